import type { Plugin } from 'chart.js';

/** Fills the whole image first, so that a chart reads the same in a light and in a dark Slack. */
export function background(color: string): Plugin {
  return {
    id: 'campusBackground',
    beforeDraw: ({ ctx, width, height }) => {
      ctx.save();
      ctx.fillStyle = color;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
  };
}
