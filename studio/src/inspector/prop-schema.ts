/** The part of JSON Schema that a block's props are written in (block.yaml), as the inspector reads it. */
import { spoken } from './spoken';

export interface PropSchema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  $ref?: string;
  enum?: (string | number)[];
  default?: unknown;
  properties?: Record<string, PropSchema>;
  items?: PropSchema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  'x-label'?: { zh: string; en: string };
  'x-labels'?: Record<string, { zh: string; en: string }>;
  'x-widget'?: string;
}

export type FieldKind = 'text' | 'long-text' | 'number' | 'switch' | 'choice' | 'list' | 'group' | 'image' | 'link' | 'color' | 'dish' | 'category';

const REFERENCES: Record<string, FieldKind> = { image: 'image', link: 'link', color: 'color', rich_text: 'long-text', dish: 'dish', category: 'category' };
const TYPES: Record<string, FieldKind> = { array: 'list', object: 'group', boolean: 'switch', integer: 'number', number: 'number' };

export function kindOf(schema: PropSchema): FieldKind {
  const named = schema.$ref && REFERENCES[schema.$ref];
  if (named) return named;
  if (schema.enum) return 'choice';
  const typed = schema.type && TYPES[schema.type];
  if (typed) return typed;
  return schema['x-widget'] === 'textarea' || (schema.maxLength ?? 0) > 60 ? 'long-text' : 'text';
}

export function labelOf(schema: PropSchema, key: string): string {
  return schema['x-label'] ? spoken(schema['x-label']) : key;
}

/** What a new list item starts as: the defaults of its schema, or the emptiest value of its kind. */
export function blank(schema: PropSchema): unknown {
  if (schema.default !== undefined) return structuredClone(schema.default);
  switch (kindOf(schema)) {
    case 'group':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, blank(value)]));
    case 'list':
      return [];
    case 'switch':
      return false;
    case 'number':
      return schema.minimum ?? 0;
    case 'choice':
      return schema.enum?.[0];
    case 'link':
      return { kind: 'none' };
    case 'color':
      return '#b3261e';
    default:
      return '';
  }
}
