import type {Block, Cell, Item} from './markdown.js';

/** More characters than a tall screen shows. They are rendered at once, so that nobody sees a text grow. */
export const FIRST_PORTION = 4_000;
/** So many more are rendered each time that the page is idle: few enough that nobody notices it. */
export const NEXT_PORTION = 8_000;

/** What a block costs beside its characters. */
const BLOCK_COST = 60;
const CELL_COST = 20;
const FORMULA_COST = 200;
/** What may begin a formula in running text. */
const FORMULAS = /\$|\\[([]/g;

/**
 * The beginning of a text that is worth `budget` characters, and whether that is all of it. A block that is cut short
 * is a new one; all others are those of the text, so that who shows a longer beginning can tell what has not changed.
 */
export function portionOf(blocks: readonly Block[], budget: number): {blocks: Block[]; whole: boolean} {
  const purse = new Purse(budget);
  const portion = purse.blocks(blocks);
  return {blocks: portion.part, whole: portion.whole};
}

interface Part<T> {
  part: T[];
  whole: boolean;
}

class Purse {
  constructor(private left: number) {}

  blocks(blocks: readonly Block[]): Part<Block> {
    return this.#some(blocks, (block) => this.#block(block));
  }

  /** Takes one after the other for as long as something is left, and of the last one what can be paid for. */
  #some<T>(all: readonly T[], take: (one: T) => T): Part<T> {
    const part: T[] = [];
    for (const one of all) {
      if (this.left <= 0) return {part, whole: false};
      const taken = take(one);
      part.push(taken);
      if (taken !== one) return {part, whole: false};
    }
    return {part, whole: true};
  }

  #block(block: Block): Block {
    this.left -= BLOCK_COST;
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        this.left -= block.source.length + FORMULA_COST * (block.source.match(FORMULAS)?.length ?? 0);
        return block;
      case 'formula':
        this.left -= FORMULA_COST + block.formula.tex.length;
        return block;
      case 'code':
        this.left -= block.code.length;
        return block;
      case 'written':
        this.left -= block.text.length;
        return block;
      case 'rule':
        return block;
      case 'quote': {
        const {part, whole} = this.blocks(block.blocks);
        return whole ? block : {...block, blocks: part};
      }
      case 'list': {
        const {part, whole} = this.#some(block.items, (item) => this.#item(item));
        return whole ? block : {...block, items: part};
      }
      case 'table': {
        this.#row(block.head);
        const {part, whole} = this.#some(block.rows, (row) => this.#row(row));
        return whole ? block : {...block, rows: part};
      }
    }
  }

  #item(item: Item): Item {
    const {part, whole} = this.blocks(item.blocks);
    return whole ? item : {...item, blocks: part};
  }

  #row(row: Cell[]): Cell[] {
    for (const cell of row) this.left -= CELL_COST + cell.source.length;
    return row;
  }
}
