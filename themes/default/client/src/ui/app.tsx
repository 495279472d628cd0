/** The rooms, and the line above them that says where everything is kept. */

import { useRef, useState } from 'preact/hooks';
import type { Booted } from '../core/boot';
import { t } from '../core/words';
import { failed, theBook } from './book';
import { Journal } from './journal';
import { later } from './later';
import { isRoom, NAMES, type RoomName } from './names';
import { withLines } from './paper';
import { Plan } from './plan';
import { Records } from './records';
import { route } from './route';
import { Banners } from './shell/banners';
import { Brought } from './shell/brought';
import { Found, useFound, WhoseDevice } from './shell/device';
import { Guard } from './shell/guard';
import { Line, Undo } from './shell/line';
import { Rooms, useArrival } from './shell/rooms';

type InRoom = { readonly path: readonly string[] };

const ROOMS = {
  plan: Plan,
  journal: Journal,
  checks: ({ path }: InRoom) => <Brought heading={NAMES.checks} draw={({ Checks }) => <Checks path={path} />} />,
  group: ({ path }: InRoom) => <Brought heading={NAMES.group} draw={({ Group }) => <Group path={path} />} />,
  records: Records,
};

export function App({ booted }: { readonly booted: Booted }) {
  const [name = 'plan', ...path] = route.value;
  const room: RoomName = isRoom(name) ? name : 'plan';
  const [found, goOn] = useFound();
  const asks = theBook().meta.value.device === null && booted.kind !== 'memory';
  const hides = found && room !== 'records';
  // the heading that is there while a room is on its way is another one than its own
  useArrival(room, asks ? 'device' : hides ? 'found' : typeof later.value === 'string' ? later.value : '');
  return (
    <div class={withLines.value ? 'workbook with-lines' : 'workbook'}>
      <Line kind={booted.kind} waits={asks} />
      <p class="hush" role="status">
        {failed() ? t('Not saved. Save to a file now.') : ''}
      </p>
      <Banners booted={booted} />
      {asks ? <WhoseDevice /> : hides ? <Found onGoOn={goOn} /> : <Inside room={room} path={path} />}
    </div>
  );
}

function Inside({ room, path }: InRoom & { readonly room: RoomName }) {
  const Room = ROOMS[room];
  const [undone, setUndone] = useState('');
  const place = useRef<HTMLFieldSetElement>(null);
  const tell = (words: string): void => {
    setUndone(words);
    // the button may be gone with the last change
    if (theBook().undoable.peek() === null) place.current?.querySelector<HTMLElement>('[data-heading]')?.focus();
  };
  return (
    <>
      <div class="rooms">
        <Rooms current={room} />
        <Undo onUndone={tell} />
      </div>
      <p class="hush" role="status">
        {undone}
      </p>
      <fieldset class="room" ref={place} disabled={!theBook().writes.value && room !== 'records'}>
        <Guard key={route.value.join('/')}>
          <Room path={path} />
        </Guard>
      </fieldset>
    </>
  );
}
