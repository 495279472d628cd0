"""What `site.yaml` says: the settings of one site."""

from __future__ import annotations

from typing import Annotated, Literal

from builder.model.record import (
    Between,
    Colour,
    EditAddress,
    Id,
    Language,
    TimeOfDay,
    Web,
    record,
)

Paper = Literal["A4", "Letter"]


@record
class Organisation:
    """Who runs the site; each line is shown only where it is given."""

    name: str = ""
    """The name of the school or group, shown in the masthead and in print footers."""
    contact: str = ""
    """How to reach the person who looks after the site."""
    address: str = ""
    """A postal address or place, for the About page."""


@record
class NavigationItem:
    """One word of the masthead's navigation."""

    label: str
    """The word shown; five items fit a small phone."""
    page: str
    """The page it opens: a source file, a folder of sessions, or `sessions/`, `worksheets/`."""


@record
class Door:
    """One of the few ways in from the home page."""

    title: str
    """What a person would like to do, such as `Join a group`."""
    page: str
    """The page it opens."""
    text: str = ""
    """One sentence about it."""
    minutes: Annotated[int, Between(1, 240)] | None = None
    """How long reading or doing it takes."""


@record
class Meeting:
    """When and where the group meets, shown beside the home statement."""

    day: str
    """The day in words, such as `Thursdays`."""
    time: TimeOfDay
    """The time the meeting starts, as HH:MM."""
    room: str = ""
    """The room."""


@record
class Home:
    """What the home page leads with."""

    statement: str = ""
    """The sentence the home page opens with; the site's tagline where it is left out."""
    doors: tuple[Door, ...] = ()
    """The ways in, in order; three read best."""
    meeting: Meeting | None = None
    """The regular meeting, where there is one."""
    series: str = ""
    """The id of the series shown on the home page; all packs where it is left out."""


@record
class Print:
    """How the site prints."""

    paper: tuple[Paper, ...] = ("A4", "Letter")
    """Paper sizes to make, the first being the usual one."""
    large_print: bool = True
    """Whether a large-print handout is made for each pack."""


@record
class Editions:
    """Which downloads are made."""

    pdf: bool = True
    """PDF guides, handouts and sheets."""
    zip: bool = True
    """A zip for each pack and series that opens from a folder, and one of the whole site."""
    cartridge: bool = True
    """A Common Cartridge for each pack, for learning platforms."""


@record
class Images:
    """Which smaller copies of pictures are made for the published site."""

    widths: tuple[Annotated[int, Between(100, 4000)], ...] = (480, 960, 1440)
    """The widths of the copies, in pixels; a picture has copies of the widths below its own."""
    webp: bool = True
    """Whether the copies are WebP, which is small; otherwise they are of the picture's own kind."""


@record
class ThemeOptions:
    """The few things a site may change without a theme of its own."""

    accent: Colour | None = None
    """The colour of links and buttons; it is measured against the paper."""
    accent_dark: Colour | None = None
    """The same for dark screens; reckoned from `accent` where it is left out."""
    logo: str = ""
    """An image in `content/` shown beside the name."""


@record
class CommunityLink:
    """A place outside the site where members meet."""

    title: str
    """What it is called."""
    url: Web
    """Its address."""
    login: str = ""
    """Who must sign in there, and to what."""


@record
class Config:
    """The settings of one site."""

    id: Id
    """The site's permanent id; what people keep in their browsers is filed under it."""
    title: str
    """The name of the site."""
    tagline: str = ""
    """What the site is, in a few words, under the name on each page."""
    motto: str = ""
    """A short motto or norm; left out everywhere when empty."""
    url: Web | None = None
    """Where the site is published; used for canonical links and feeds only."""
    language: Language = "en"
    """The language of the site, as a BCP 47 tag."""
    timezone: str = "UTC"
    """The time zone for dates, by its IANA name such as `Pacific/Auckland`."""
    organisation: Organisation = Organisation()
    """Who runs the site."""
    care_contact: str = ""
    """Whom to turn to when someone is upset or at risk; printed in every guide's care box."""
    organisation_goals: tuple[str, ...] = ()
    """The organisation's goals, which a plan can connect to."""
    home: Home = Home()
    """What the home page leads with."""
    theme: Id = "default"
    """The theme: a folder in `themes/`, or one that comes with peerpress."""
    theme_options: ThemeOptions = ThemeOptions()
    """Small changes to the theme."""
    navigation: tuple[NavigationItem, ...] = ()
    """The words of the masthead; a sensible set where it is left out."""
    print: Print = Print()
    """How the site prints."""
    licence: str = "CC-BY-4.0"
    """The licence of the pages, as an SPDX identifier; packs and worksheets state their own."""
    community: tuple[CommunityLink, ...] = ()
    """Places outside the site where members meet."""
    editions: Editions = Editions()
    """Which downloads are made."""
    images: Images | None = None
    """Smaller copies of photographs for phones, made with the extra `images`; none where left out.
    """
    recent: Annotated[int, Between(0, 50)] = 3
    """How many recent notes the home page lists."""
    per_page: Annotated[int, Between(5, 500)] = 50
    """How many things a page of a long list shows, such as the notes or those of a category."""
    review_after: Annotated[int, Between(1, 120)] = 24
    """After how many months a reviewed page, pack or worksheet is due for review again."""
    statistics_after: Annotated[int, Between(1, 50)] = 5
    """From how many years on the editor's report lists a figure with its year as an old one."""
    edit: EditAddress | None = None
    """Where a page is changed: an address with `{path}` where the path of its source file goes."""
