/** The weights of the two models in the answer, fitted so that confidence is the share of right answers. */
export type Blend = { linear: number; bayes: number };

/** The scores of both models for a text whose label is known. */
export type Scored = { linear: readonly number[]; bayes: readonly number[]; label: number; weight: number };

const steps = 400;
const stepSize = 0.02;

type BlendScoresInput = { linear: readonly number[]; bayes: readonly number[]; blend: Blend };

/** Probabilities per label from the scores of both models. */
export function blendScores({ linear, bayes, blend }: BlendScoresInput): number[] {
  const scores = linear.map((score, label) => blend.linear * score + blend.bayes * (bayes[label] ?? 0));
  return toProbabilities(scores);
}

/** Probabilities from scores, each the larger the higher its score. */
function toProbabilities(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map(score => Math.exp(score - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(power => power / sum);
}

/** The blend with the least log loss on texts the models were not trained on, by gradient descent. */
export function fitBlend(scored: readonly Scored[]): Blend {
  const blend = { linear: 1, bayes: 0.3 };
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = { linear: 0, bayes: 0 };
    for (const { linear, bayes, label, weight } of scored) {
      const probabilities = blendScores({ linear, bayes, blend });
      probabilities.forEach((probability, at) => {
        const error = (probability - (at === label ? 1 : 0)) * weight;
        slope.linear += error * (linear[at] ?? 0);
        slope.bayes += error * (bayes[at] ?? 0);
      });
    }
    blend.linear -= (stepSize * slope.linear) / total;
    blend.bayes = Math.max(0, blend.bayes - (stepSize * slope.bayes) / total);
  }
  return blend;
}
