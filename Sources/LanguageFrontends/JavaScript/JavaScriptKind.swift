/// The nodes and words of the grammars of JavaScript and TypeScript that lowering tells apart.
enum JavaScriptKind: String, SyntaxKind {
  typealias Field = JavaScriptField

  case other = ""
  case error = "ERROR"
  case program
  case hashBangLine = "hash_bang_line"

  // Statements.
  case statementBlock = "statement_block"
  case expressionStatement = "expression_statement"
  case emptyStatement = "empty_statement"
  case debuggerStatement = "debugger_statement"
  case variableDeclaration = "variable_declaration"
  case lexicalDeclaration = "lexical_declaration"
  case usingDeclaration = "using_declaration"
  case variableDeclarator = "variable_declarator"
  case ifStatement = "if_statement"
  case elseClause = "else_clause"
  case forStatement = "for_statement"
  case forInStatement = "for_in_statement"
  case whileStatement = "while_statement"
  case doStatement = "do_statement"
  case switchStatement = "switch_statement"
  case switchCase = "switch_case"
  case switchDefault = "switch_default"
  case tryStatement = "try_statement"
  case throwStatement = "throw_statement"
  case returnStatement = "return_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case labeledStatement = "labeled_statement"
  case withStatement = "with_statement"

  // Modules.
  case importStatement = "import_statement"
  case importClause = "import_clause"
  case namedImports = "named_imports"
  case namespaceImport = "namespace_import"
  case importSpecifier = "import_specifier"
  case importRequireClause = "import_require_clause"
  case importAttribute = "import_attribute"
  case importAlias = "import_alias"
  case exportStatement = "export_statement"
  case exportClause = "export_clause"
  case exportSpecifier = "export_specifier"
  case namespaceExport = "namespace_export"

  // Functions and classes.
  case functionDeclaration = "function_declaration"
  case generatorFunctionDeclaration = "generator_function_declaration"
  case functionExpression = "function_expression"
  case generatorFunction = "generator_function"
  case arrowFunction = "arrow_function"
  case methodDefinition = "method_definition"
  case formalParameters = "formal_parameters"
  case requiredParameter = "required_parameter"
  case optionalParameter = "optional_parameter"
  case accessibilityModifier = "accessibility_modifier"
  case overrideModifier = "override_modifier"
  case decorator
  case classDeclaration = "class_declaration"
  case abstractClassDeclaration = "abstract_class_declaration"
  case classExpression = "class"
  case classHeritage = "class_heritage"
  case extendsClause = "extends_clause"
  case classStaticBlock = "class_static_block"
  case fieldDefinition = "field_definition"
  case publicFieldDefinition = "public_field_definition"

  // TypeScript.
  case enumDeclaration = "enum_declaration"
  case enumAssignment = "enum_assignment"
  case internalModule = "internal_module"
  case module
  case ambientDeclaration = "ambient_declaration"
  case interfaceDeclaration = "interface_declaration"
  case typeAliasDeclaration = "type_alias_declaration"
  case functionSignature = "function_signature"
  case methodSignature = "method_signature"
  case abstractMethodSignature = "abstract_method_signature"
  case indexSignature = "index_signature"
  case implementsClause = "implements_clause"
  case typeAnnotation = "type_annotation"
  case typeArguments = "type_arguments"
  case typeParameters = "type_parameters"
  case predefinedType = "predefined_type"
  case asExpression = "as_expression"
  case satisfiesExpression = "satisfies_expression"
  case typeAssertion = "type_assertion"
  case nonNullExpression = "non_null_expression"
  case instantiationExpression = "instantiation_expression"

  // Patterns.
  case arrayPattern = "array_pattern"
  case objectPattern = "object_pattern"
  case pairPattern = "pair_pattern"
  case restPattern = "rest_pattern"
  case assignmentPattern = "assignment_pattern"
  case objectAssignmentPattern = "object_assignment_pattern"
  case shorthandPattern = "shorthand_property_identifier_pattern"

  // Expressions.
  case identifier, this, null, undefined, number, string, regex, array, object, pair, arguments
  case `super`
  case trueLiteral = "true"
  case falseLiteral = "false"
  case importName = "import"
  case nestedIdentifier = "nested_identifier"
  case propertyIdentifier = "property_identifier"
  case privateIdentifier = "private_property_identifier"
  case statementIdentifier = "statement_identifier"
  case shorthandProperty = "shorthand_property_identifier"
  case computedPropertyName = "computed_property_name"
  case templateString = "template_string"
  case templateSubstitution = "template_substitution"
  case memberExpression = "member_expression"
  case subscriptExpression = "subscript_expression"
  case optionalChain = "optional_chain"
  case callExpression = "call_expression"
  case newExpression = "new_expression"
  case metaProperty = "meta_property"
  case parenthesizedExpression = "parenthesized_expression"
  case sequenceExpression = "sequence_expression"
  case ternaryExpression = "ternary_expression"
  case assignmentExpression = "assignment_expression"
  case augmentedAssignment = "augmented_assignment_expression"
  case awaitExpression = "await_expression"
  case yieldExpression = "yield_expression"
  case unaryExpression = "unary_expression"
  case binaryExpression = "binary_expression"
  case updateExpression = "update_expression"
  case spreadElement = "spread_element"

  // JSX.
  case jsxElement = "jsx_element"
  case jsxSelfClosingElement = "jsx_self_closing_element"
  case jsxOpeningElement = "jsx_opening_element"
  case jsxClosingElement = "jsx_closing_element"
  case jsxAttribute = "jsx_attribute"
  case jsxExpression = "jsx_expression"
  case jsxNamespaceName = "jsx_namespace_name"
  case jsxText = "jsx_text"
  case htmlCharacterReference = "html_character_reference"

  // Words and signs that change what is meant; each must be in ``isWord``.
  case asyncWord = "'async'"
  case staticWord = "'static'"
  case staticGetWord = "'static get'"
  case getWord = "'get'"
  case setWord = "'set'"
  case typeWord = "'type'"
  case typeofWord = "'typeof'"
  case readonlyWord = "'readonly'"
  case defaultWord = "'default'"
  case voidWord = "'void'"
  case deleteWord = "'delete'"
  case inWord = "'in'"
  case ofWord = "'of'"
  case instanceofWord = "'instanceof'"
  case optionalSign = "'?.'"
  case plus = "'+'"
  case minus = "'-'"
  case star = "'*'"
  case power = "'**'"
  case slash = "'/'"
  case percent = "'%'"
  case pipe = "'|'"
  case ampersand = "'&'"
  case caret = "'^'"
  case tilde = "'~'"
  case bang = "'!'"
  case shiftLeft = "'<<'"
  case shiftRight = "'>>'"
  case unsignedShiftRight = "'>>>'"
  case and = "'&&'"
  case or = "'||'"
  case coalesce = "'??'"
  case less = "'<'"
  case lessOrEqual = "'<='"
  case greater = "'>'"
  case greaterOrEqual = "'>='"
  case equal = "'=='"
  case notEqual = "'!='"
  case identical = "'==='"
  case notIdentical = "'!=='"
  case plusAssign = "'+='"
  case andAssign = "'&&='"
  case orAssign = "'||='"
  case coalesceAssign = "'??='"

  static let opaque: Set<JavaScriptKind> = [
    .string, .regex, .typeAnnotation, .typeArguments, .typeParameters, .interfaceDeclaration,
    .typeAliasDeclaration, .ambientDeclaration, .functionSignature, .methodSignature,
    .abstractMethodSignature, .indexSignature, .implementsClause, .optionalChain, .metaProperty,
    .importAttribute, .jsxClosingElement, .jsxNamespaceName, .predefinedType, .hashBangLine,
    .accessibilityModifier,
  ]

  /// Words and signs, which are no operands.
  var isWord: Bool {
    switch self {
    case .asyncWord, .staticWord, .staticGetWord, .getWord, .setWord, .typeWord, .typeofWord, .readonlyWord,
      .defaultWord, .voidWord, .deleteWord, .inWord, .ofWord, .instanceofWord, .optionalSign, .plus, .minus,
      .star, .power, .slash, .percent, .pipe, .ampersand, .caret, .tilde, .bang, .shiftLeft, .shiftRight,
      .unsignedShiftRight, .and, .or, .coalesce, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual, .identical, .notIdentical, .plusAssign, .andAssign, .orAssign, .coalesceAssign:
      true
    default: false
    }
  }

  /// Whether the node is a value, in a place where the grammar does not say so.
  var isExpression: Bool {
    switch self {
    case .identifier, .this, .null, .undefined, .number, .string, .regex, .array, .object, .super,
      .trueLiteral, .falseLiteral, .templateString, .memberExpression, .subscriptExpression, .callExpression,
      .newExpression, .metaProperty, .parenthesizedExpression, .sequenceExpression, .ternaryExpression,
      .assignmentExpression, .augmentedAssignment, .awaitExpression, .yieldExpression, .unaryExpression,
      .binaryExpression, .updateExpression, .functionExpression, .generatorFunction, .arrowFunction,
      .classExpression, .asExpression, .satisfiesExpression, .typeAssertion, .nonNullExpression,
      .instantiationExpression, .jsxElement, .jsxSelfClosingElement, .internalModule:
      true
    default: false
    }
  }
}

enum JavaScriptField: String, SyntaxField {
  case alias, alternative, argument, arguments, attribute, body, condition, consequence, constructor
  case declaration, finalizer, function, handler, increment, index, initializer, key, kind, label, left, name
  case object, `operator`, parameter, parameters, pattern, property, right, source, `type`, value
  case openTag = "open_tag"
}
