import { Component } from 'preact';
import { MessageView } from './message-view.tsx';

type StillProps = Parameters<typeof MessageView>[0];

/** A message that is drawn again only when it or its thread changed: a list may have hundreds of cards. */
export class StillMessage extends Component<StillProps> {
  override shouldComponentUpdate(next: StillProps): boolean {
    const { message, replies, isContinued } = this.props;
    const isSame =
      message === next.message &&
      isContinued === next.isContinued &&
      replies.length === next.replies.length &&
      replies.every((reply, index) => reply === next.replies[index]);
    return !isSame;
  }

  render() {
    return <MessageView {...this.props} />;
  }
}
