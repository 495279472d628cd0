/** A page that cannot be drawn says so; the rest stays where it is, and nothing that was written is lost. */

import { Component, type ComponentChildren } from 'preact';
import { t } from '../../core/words';
import { Notice } from '../parts';
import { WayOut } from './way-out';

export class Guard extends Component<{ readonly children: ComponentChildren }, { readonly why: string | null }> {
  override state: { readonly why: string | null } = { why: null };

  static override getDerivedStateFromError(error: unknown): { readonly why: string } {
    return { why: String(error) };
  }

  override render() {
    if (this.state.why === null) return this.props.children;
    return (
      <Notice>
        <p>
          {t('This page of the workbook could not be shown: {why}. What you wrote is kept.', { why: this.state.why })}
        </p>
        <WayOut />
      </Notice>
    );
  }
}
