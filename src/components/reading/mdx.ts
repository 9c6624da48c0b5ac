/** The components that chapters use without importing them. */
import Claim from '../citation/Claim.astro';
import Event from '../citation/Event.astro';
import Fact from '../citation/Fact.astro';
import Firm from '../citation/Firm.astro';
import Paper from '../citation/Paper.astro';
import Place from '../citation/Place.astro';
import Source from '../citation/Source.astro';
import Term from '../citation/Term.astro';
import When from '../citation/When.astro';
import Figure from '../figure/Figure.astro';
import Question from '../question/Question.astro';
import Block from './Block.astro';
import Insight from './Insight.astro';
import Misconception from './Misconception.astro';
import Section from './Section.astro';
import TransNote from './TransNote.astro';

export const mdxComponents = {
  Block,
  Claim,
  Event,
  Fact,
  Figure,
  Firm,
  Insight,
  Misconception,
  Paper,
  Place,
  Question,
  Section,
  Source,
  Term,
  TransNote,
  When,
};
