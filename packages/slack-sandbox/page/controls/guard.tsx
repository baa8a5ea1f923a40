import { Component, type ComponentChildren } from 'preact';

/** Keeps one part that cannot be drawn from taking the page with it. */
export class Guard extends Component<{ label: string; children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError() {
    return { isBroken: true };
  }

  render() {
    if (this.state.isBroken) return <p class="unknown">{this.props.label}</p>;
    return <>{this.props.children}</>;
  }
}
