/** The field's terms, in words that a student understands. */

export const GLOSSARY: Readonly<Record<string, string>> = {
  "by conduct":
    "Somebody leads by conduct when what he proposes is carried and those who oppose him are removed: the test of deeds.",
  "by power":
    "Somebody leads by power when he could count on a majority wherever the question were put: Congress, Central Committee and Politburo.",
  "no alternative left": "Somebody leads because everybody who could have led instead has been removed.",
  "collective leadership": "Nobody leads alone.",
  "by luck": "The range in which the share would lie, 95 times in 100, if the same runs were played with other luck.",
  "between sets":
    "The range that holds nine tenths of the sets of parameters, luck taken out: what not knowing the parameters leaves open.",
  nomenklatura: "The list of posts that party bodies fill, and of those fit to fill them.",
  "circular flow":
    "Secretaries named from above send the delegates to the Congress that elects those who name secretaries.",
  "on paper": "As statutes and constitutions had it.",
  "in practice": "As power was in fact used, according to the sources given.",
  "held back": "Kept from fitting: the parameters never saw it, so that it can judge the model.",
  contribution:
    "A Shapley value: what a cause adds to the share of histories, averaged over all orders in which causes can be added. The values add up to the whole difference.",
  "reason: policy": "Distance to the two positions, what a rule costs the voter's kind of post, and his own whim.",
  "reason: tie": "His patron's side, weakened with every step up the chain; for a leader, the camp that he has joined.",
  "reason: authority": "The standing of the two camps in the party's eyes.",
  "reason: dependence": "The side of whoever will control the voter's post.",
  "reason: fear": "How dangerous the target looks beside the mover, less the norm against punishing him.",
  "reason: herd": "The majority that he expects.",
  "reason: chance": "Cast against his own leaning by the draw, or not cast: illness, absence.",
  candidate: "A candidate member sits and speaks in a body, and has no vote.",
};
