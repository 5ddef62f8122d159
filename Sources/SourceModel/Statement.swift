/// What a function does, in order; structured, without jumps but the four named ones.
package enum Statement: Hashable, Sendable {
  case bind(Binding)
  case expression(ExpressionID)
  case `return`(ExpressionID?)
  case `throw`(ExpressionID?)
  case `if`(condition: ExpressionID, then: [StatementID], otherwise: [StatementID])
  case loop(Loop)
  case attempt(Attempt)
  /// `with a as b:`; the body follows in ``With/body``.
  case with(With)
  /// `switch`, `match`.
  case choice(Choice)
  case block([StatementID])
  case declareFunction(FunctionID)
  case declareClass(ClassID)
  case `import`(Import)
  case export(Export)
  case `break`
  case `continue`
  /// `global x`, `nonlocal x`.
  case outerNames([String], isGlobal: Bool)
  /// `del x`, `delete` as a statement is an expression.
  case delete([ExpressionID])
  case assertion(ExpressionID, message: ExpressionID?)
  /// A gap.
  case missing

  package struct Binding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `let`, `const`, `var`; always new in its scope.
      case declaration
      /// `x = …`; in Python it declares, too.
      case assignment
      /// `x += …`.
      case augmented(Operator)
    }

    package let pattern: Pattern
    /// `nil` for `let x;`.
    package let value: ExpressionID?
    package let kind: Kind
    /// The type as written, `APIGatewayProxyEvent`.
    package let typeName: String?
    /// `var`: it belongs to the function, not to the block it stands in.
    package let isFunctionWide: Bool

    package init(
      pattern: Pattern, value: ExpressionID?, kind: Kind, typeName: String? = nil,
      isFunctionWide: Bool = false
    ) {
      self.pattern = pattern
      self.value = value
      self.kind = kind
      self.typeName = typeName
      self.isFunctionWide = isFunctionWide
    }
  }

  package struct Loop: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `for x of y`, `for x in y` of Python, `for await`.
      case each(Pattern, in: ExpressionID)
      /// `for k in object` of JavaScript: the keys.
      case eachKey(Pattern, in: ExpressionID)
      /// `while`, `do … while`, and the three-part `for`, whose first part stands before the loop.
      case condition(ExpressionID?, step: ExpressionID?)
    }

    package let kind: Kind
    package let body: [StatementID]
    /// Python's `else` of a loop.
    package let otherwise: [StatementID]

    package init(kind: Kind, body: [StatementID], otherwise: [StatementID] = []) {
      self.kind = kind
      self.body = body
      self.otherwise = otherwise
    }
  }

  package struct Attempt: Hashable, Sendable {
    package let body: [StatementID]
    package let handlers: [Handler]
    /// Python's `else`: runs where nothing was thrown.
    package let otherwise: [StatementID]
    package let always: [StatementID]

    package init(
      body: [StatementID], handlers: [Handler], otherwise: [StatementID] = [], always: [StatementID] = []
    ) {
      self.body = body
      self.handlers = handlers
      self.otherwise = otherwise
      self.always = always
    }
  }

  package struct Handler: Hashable, Sendable {
    /// Types it catches; empty for all.
    package let types: [ExpressionID]
    package let binding: Pattern?
    package let body: [StatementID]
    package let range: SourceRange

    package init(types: [ExpressionID], binding: Pattern?, body: [StatementID], range: SourceRange) {
      self.types = types
      self.binding = binding
      self.body = body
      self.range = range
    }
  }

  package struct With: Hashable, Sendable {
    package let items: [Item]
    package let body: [StatementID]

    package struct Item: Hashable, Sendable {
      package let value: ExpressionID
      package let pattern: Pattern?

      package init(value: ExpressionID, pattern: Pattern?) {
        self.value = value
        self.pattern = pattern
      }
    }

    package init(items: [Item], body: [StatementID]) {
      self.items = items
      self.body = body
    }
  }

  package struct Choice: Hashable, Sendable {
    package let subject: ExpressionID
    package let cases: [Case]

    package struct Case: Hashable, Sendable {
      /// Values the subject is compared with; empty for `default` and for patterns that bind.
      package let values: [ExpressionID]
      /// What a structural pattern binds; the subject's parts.
      package let pattern: Pattern?
      package let guardCondition: ExpressionID?
      package let body: [StatementID]
      /// Whether control runs on into the next case where the body does not leave.
      package let fallsThrough: Bool

      package init(
        values: [ExpressionID], pattern: Pattern? = nil, guardCondition: ExpressionID? = nil,
        body: [StatementID], fallsThrough: Bool
      ) {
        self.values = values
        self.pattern = pattern
        self.guardCondition = guardCondition
        self.body = body
        self.fallsThrough = fallsThrough
      }
    }

    package init(subject: ExpressionID, cases: [Case]) {
      self.subject = subject
      self.cases = cases
    }
  }

  /// `import a.b as c`, `from .m import x as y, *`, `import d, {x as y} from "m"`, `import "m"`.
  package struct Import: Hashable, Sendable {
    package struct Name: Hashable, Sendable {
      /// The exported name; `default` for a default import, `*` for everything.
      package let imported: String
      /// The local name; equal to `*` for Python's `from m import *`.
      package let local: String

      package init(imported: String, local: String) {
        self.imported = imported
        self.local = local
      }
    }

    /// As written, dots of a relative Python import included: `..pkg.mod`, `./lib/util`, `@aws-sdk/client-s3`.
    package let module: String
    /// Names bound; for `import a.b` of Python the one name is (`*`, `a`) and ``bindsRoot`` is set.
    package let names: [Name]
    /// Python's `import a.b.c` binds `a`, not the module named.
    package let bindsRoot: Bool

    package init(module: String, names: [Name], bindsRoot: Bool = false) {
      self.module = module
      self.names = names
      self.bindsRoot = bindsRoot
    }
  }

  /// `export …` of ECMAScript modules; CommonJS exports are ordinary assignments.
  package enum Export: Hashable, Sendable {
    /// `export {local as exported}`, `export const x`, `export default f` (after the declaration).
    case name(local: String, exported: String)
    /// `export default expression`, `export = expression` (exported is `export=`).
    case value(ExpressionID, exported: String)
    /// `export {x as y} from "m"`, `export * from "m"` (imported `*`, exported `*`), `export * as n from "m"`.
    case from(module: String, imported: String, exported: String)
  }
}

package struct FunctionDefinition: Hashable, Sendable {
  /// `nil` for an anonymous function.
  package let name: String?
  package let parameters: [Parameter]
  package let body: [StatementID]
  /// Decorators, outermost first.
  package let decorators: [ExpressionID]
  package let isAsync: Bool
  package let isGenerator: Bool
  /// Arrows take `this` from where they are written.
  package let isArrow: Bool
  package let range: SourceRange

  package init(
    name: String?, parameters: [Parameter], body: [StatementID], decorators: [ExpressionID] = [],
    isAsync: Bool = false, isGenerator: Bool = false, isArrow: Bool = false, range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.decorators = decorators
    self.isAsync = isAsync
    self.isGenerator = isGenerator
    self.isArrow = isArrow
    self.range = range
  }

  package struct Parameter: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case ordinary
      /// Python's after `*`.
      case namedOnly
      /// `*args`, `...rest`.
      case rest
      /// `**kwargs`.
      case namedRest
    }

    package let pattern: Pattern
    package let kind: Kind
    package let defaultValue: ExpressionID?
    /// The type as written, `S3Event`, `Order`.
    package let typeName: String?
    /// TypeScript's `@Body() order: Order`.
    package let decorators: [ExpressionID]

    package init(
      pattern: Pattern, kind: Kind = .ordinary, defaultValue: ExpressionID? = nil, typeName: String? = nil,
      decorators: [ExpressionID] = []
    ) {
      self.decorators = decorators
      self.pattern = pattern
      self.kind = kind
      self.defaultValue = defaultValue
      self.typeName = typeName
    }

    /// The name, where the pattern is one.
    package var name: String? {
      switch pattern {
      case .name(let name), .withDefault(.name(let name), _): name
      default: nil
      }
    }
  }
}

package struct ClassDefinition: Hashable, Sendable {
  package let name: String?
  package let bases: [ExpressionID]
  package let methods: [Method]
  /// Fields with their initial values, in order.
  package let fields: [Field]
  /// Other statements of the class's body: Python's class-level code, static blocks.
  package let body: [StatementID]
  package let decorators: [ExpressionID]
  package let range: SourceRange

  package init(
    name: String?, bases: [ExpressionID], methods: [Method], fields: [Field], body: [StatementID],
    decorators: [ExpressionID] = [], range: SourceRange
  ) {
    self.name = name
    self.bases = bases
    self.methods = methods
    self.fields = fields
    self.body = body
    self.decorators = decorators
    self.range = range
  }

  package struct Method: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `constructor`, `__init__`.
      case constructor
      case method
      /// `get x()`, `@property`.
      case getter
      case setter
    }

    package let name: String
    package let function: FunctionID
    package let kind: Kind
    /// `static`, `@staticmethod`, `@classmethod`.
    package let binding: ReceiverBinding

    package init(name: String, function: FunctionID, kind: Kind, binding: ReceiverBinding) {
      self.name = name
      self.function = function
      self.kind = kind
      self.binding = binding
    }
  }

  /// What a method is called on, and how it gets at it.
  package enum ReceiverBinding: Hashable, Sendable {
    /// JavaScript: `this`.
    case implicitInstance
    /// Python: the first parameter is the instance.
    case firstParameter
    /// Python's `@classmethod`: the first parameter is the class.
    case firstParameterIsClass
    /// `static`, `@staticmethod`.
    case none
  }

  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: ExpressionID?
    package let isStatic: Bool
    package let typeName: String?

    package init(name: String, value: ExpressionID?, isStatic: Bool, typeName: String? = nil) {
      self.name = name
      self.value = value
      self.isStatic = isStatic
      self.typeName = typeName
    }
  }
}
