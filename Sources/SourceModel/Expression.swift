/// What a value is made of; operands are indices into the module.
package enum Expression: Hashable, Sendable {
  /// A gap: nothing is known of the value. Listed in ``SourceModule/gaps`` with its reason.
  case missing
  case literal(Literal)
  case name(String)
  /// `this`, `self` where the language has a word for it; Python's `self` is an ordinary name.
  case receiver
  /// `super`, `super()`.
  case parent
  /// `base.key`, `base?.key`.
  case member(base: ExpressionID, key: String)
  /// `base[key]`.
  case index(base: ExpressionID, key: ExpressionID)
  /// `base[1:2]`: part of a sequence.
  case slice(base: ExpressionID, bounds: [ExpressionID])
  case call(Call)
  case operation(Operator, [ExpressionID])
  /// Template literals and f-strings: parts in order, literal pieces as literals.
  case interpolation([ExpressionID])
  /// Lists, tuples, sets: elements in order.
  case sequence(kind: SequenceKind, elements: [Element])
  /// Objects and dictionaries.
  case record([Entry])
  /// Comprehensions and generator expressions.
  case comprehension(Comprehension)
  /// A function as a value: lambda, arrow, function expression.
  case closure(FunctionID)
  /// A class as a value.
  case classValue(ClassID)
  case await(ExpressionID)
  case yield(ExpressionID?)
  case conditional(test: ExpressionID, then: ExpressionID, otherwise: ExpressionID)
  /// An assignment used as a value: JavaScript's `a = b`, Python's `(a := b)`.
  case assignment(Pattern, ExpressionID)
  /// `import("m")`, `require("m")` are calls; this is TypeScript's `import x = require()` and the like.
  case module(String)

  package enum SequenceKind: Hashable, Sendable {
    case list
    case tuple
    case set
  }

  /// An element of a sequence; `isSpread` for `...x` and `*x`.
  package struct Element: Hashable, Sendable {
    package let value: ExpressionID
    package let isSpread: Bool

    package init(_ value: ExpressionID, isSpread: Bool = false) {
      self.value = value
      self.isSpread = isSpread
    }
  }

  /// An entry of a record.
  package enum Entry: Hashable, Sendable {
    case pair(key: String, value: ExpressionID)
    case computed(key: ExpressionID, value: ExpressionID)
    /// `...x`, `**x`.
    case spread(ExpressionID)
    /// Getter, setter or method; a method is a closure.
    case method(key: String, function: FunctionID)
  }

  package struct Call: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
      case plain
      /// `new X()`.
      case construction
      /// A tagged template: the first argument is the sequence of literal pieces, the others the values.
      case taggedTemplate
      /// `f?.()`.
      case optional
    }

    package let callee: ExpressionID
    package let arguments: [Argument]
    package let style: Style

    package init(callee: ExpressionID, arguments: [Argument], style: Style = .plain) {
      self.callee = callee
      self.arguments = arguments
      self.style = style
    }
  }

  package struct Argument: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case positional
      /// `name=value`.
      case named(String)
      /// `...x`, `*x`.
      case spread
      /// `**x`.
      case keywordSpread
    }

    package let kind: Kind
    package let value: ExpressionID

    package init(_ value: ExpressionID, kind: Kind = .positional) {
      self.kind = kind
      self.value = value
    }
  }

  package struct Comprehension: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case list
      case set
      case generator
      /// `key` is evaluated too.
      case dictionary(key: ExpressionID)
    }

    package enum Clause: Hashable, Sendable {
      case each(Pattern, in: ExpressionID)
      case condition(ExpressionID)
    }

    package let kind: Kind
    package let element: ExpressionID
    package let clauses: [Clause]

    package init(kind: Kind, element: ExpressionID, clauses: [Clause]) {
      self.kind = kind
      self.element = element
      self.clauses = clauses
    }
  }
}

package enum Literal: Hashable, Sendable {
  /// The value, escapes decoded; cut after ``textLimit`` bytes.
  case text(String)
  case bytes(String)
  case number(Double)
  case boolean(Bool)
  /// `None`, `null`, `undefined`.
  case null
  case regularExpression(pattern: String, flags: String)

  /// Bytes of a literal that are kept: more is no name, path, query or key.
  package static let textLimit = 16_384
}

package enum Operator: String, Hashable, Sendable {
  /// `+`: addition or joining of texts.
  case add
  /// `%`: remainder, or formatting of a text.
  case remainder
  /// `-`, `*`, `/`, `//`, `**`, `<<`, `&`, `|`, `^` and the unary `-`, `~`; `*` may repeat a text or list.
  case arithmetic
  case multiply
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  /// `x in y`: of a collection in Python, of an object's keys in JavaScript.
  case contains
  case notContains
  case identical
  case notIdentical
  case instanceOf
  case and
  case or
  /// `a ?? b`.
  case coalesce
  case not
  /// Unary `+x`: a number in JavaScript.
  case toNumber
  case typeOf
  case delete
  /// `void x`, `a, b`: the last operand, or nothing.
  case discard
  case sequence
  /// `|` of Python dictionaries and sets, `|` of numbers.
  case union
}

/// What a value is bound to.
package indirect enum Pattern: Hashable, Sendable {
  case ignored
  case name(String)
  /// A member or an index of something: `a.b = …`, `a[k] = …`.
  case place(ExpressionID)
  case sequence([Pattern])
  /// The rest of a sequence or of a record: `*rest`, `...rest`.
  case rest(Pattern)
  case record([Field])
  case withDefault(Pattern, ExpressionID)

  package struct Field: Hashable, Sendable {
    package enum Key: Hashable, Sendable {
      case name(String)
      case computed(ExpressionID)
      case rest
    }

    package let key: Key
    package let pattern: Pattern

    package init(key: Key, pattern: Pattern) {
      self.key = key
      self.pattern = pattern
    }
  }
}
