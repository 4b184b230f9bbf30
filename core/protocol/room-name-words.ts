/** Words that are friendly, short and easy to spell when heard. */
export const ADJECTIVES = [
  ..."able airy amber apt bold brave bright brisk calm candid clear clever cosy crisp curious daring deft eager early easy fair fleet fond free fresh gentle glad golden grand green happy hardy honest jolly keen kind lively loyal lucky mellow merry mighty mild neat nimble noble open patient plucky polite proud quick quiet rapid ready rosy shiny silent silver smart snug solar steady sunny sure swift tidy tiny true vivid warm wise witty young".split(
    " ",
  ),
] as const;

export const ANIMALS = [
  ..."badger bat bear beaver bee bison bunny camel cat cobra crab crane cricket crow deer dingo dolphin dove duck eagle egret elk falcon ferret finch fox frog gecko gibbon goat goose gull hare hawk hedgehog heron hippo horse ibex ibis jay kiwi koala lark lemur lion llama lynx magpie marten mole moose moth mouse newt ocelot okapi orca osprey otter owl panda parrot pelican penguin pony puffin puma quail rabbit raven robin salmon seal shrew snail sparrow spider squid stork swan swift tapir tern tiger toad trout turtle vole walrus whale wolf wombat wren yak zebra".split(
    " ",
  ),
] as const;
