/// The nodes and words of the Python grammar that lowering tells apart.
enum PythonKind: String, SyntaxKind {
  typealias Field = PythonField

  case other = ""
  case error = "ERROR"
  case module, block

  // Statements.
  case importStatement = "import_statement"
  case importFromStatement = "import_from_statement"
  case futureImportStatement = "future_import_statement"
  case printStatement = "print_statement"
  case chevron
  case execStatement = "exec_statement"
  case assertStatement = "assert_statement"
  case returnStatement = "return_statement"
  case deleteStatement = "delete_statement"
  case raiseStatement = "raise_statement"
  case passStatement = "pass_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case globalStatement = "global_statement"
  case nonlocalStatement = "nonlocal_statement"
  case typeAliasStatement = "type_alias_statement"
  case ifStatement = "if_statement"
  case elifClause = "elif_clause"
  case elseClause = "else_clause"
  case forStatement = "for_statement"
  case whileStatement = "while_statement"
  case tryStatement = "try_statement"
  case exceptClause = "except_clause"
  case finallyClause = "finally_clause"
  case withStatement = "with_statement"
  case withClause = "with_clause"
  case withItem = "with_item"
  case matchStatement = "match_statement"
  case caseClause = "case_clause"
  case ifClause = "if_clause"
  case functionDefinition = "function_definition"
  case classDefinition = "class_definition"
  case decoratedDefinition = "decorated_definition"
  case decorator

  // Imports.
  case dottedName = "dotted_name"
  case aliasedImport = "aliased_import"
  case relativeImport = "relative_import"
  case wildcardImport = "wildcard_import"

  // Parameters and arguments.
  case parameters
  case lambdaParameters = "lambda_parameters"
  case defaultParameter = "default_parameter"
  case typedParameter = "typed_parameter"
  case typedDefaultParameter = "typed_default_parameter"
  case keywordSeparator = "keyword_separator"
  case positionalSeparator = "positional_separator"
  case argumentList = "argument_list"
  case keywordArgument = "keyword_argument"
  case listSplat = "list_splat"
  case dictionarySplat = "dictionary_splat"
  case parenthesizedListSplat = "parenthesized_list_splat"
  case type
  case typeParameter = "type_parameter"

  // Patterns.
  case patternList = "pattern_list"
  case tuplePattern = "tuple_pattern"
  case listPattern = "list_pattern"
  case listSplatPattern = "list_splat_pattern"
  case dictionarySplatPattern = "dictionary_splat_pattern"
  case asPattern = "as_pattern"
  case asPatternTarget = "as_pattern_target"
  case casePattern = "case_pattern"
  case unionPattern = "union_pattern"
  case dictPattern = "dict_pattern"
  case keywordPattern = "keyword_pattern"
  case splatPattern = "splat_pattern"
  case classPattern = "class_pattern"
  case complexPattern = "complex_pattern"

  // Expressions.
  case identifier, attribute, `subscript`, slice, call, integer, float, string, list, set, tuple, dictionary,
    pair
  case ellipsis, lambda, await, yield, interpolation, assignment
  case trueLiteral = "true"
  case falseLiteral = "false"
  case noneLiteral = "none"
  case expressionList = "expression_list"
  case tupleExpression = "tuple_expression"
  case namedExpression = "named_expression"
  case notOperator = "not_operator"
  case booleanOperator = "boolean_operator"
  case binaryOperator = "binary_operator"
  case unaryOperator = "unary_operator"
  case comparisonOperator = "comparison_operator"
  case conditionalExpression = "conditional_expression"
  case parenthesizedExpression = "parenthesized_expression"
  case augmentedAssignment = "augmented_assignment"
  case listComprehension = "list_comprehension"
  case setComprehension = "set_comprehension"
  case dictionaryComprehension = "dictionary_comprehension"
  case generatorExpression = "generator_expression"
  case forInClause = "for_in_clause"
  case concatenatedString = "concatenated_string"
  case stringStart = "string_start"
  case stringContent = "string_content"
  case stringEnd = "string_end"
  case formatSpecifier = "format_specifier"
  case formatExpression = "format_expression"
  case typeConversion = "type_conversion"

  // Words and signs that change what is meant.
  case asyncWord = "'async'"
  case fromWord = "'from'"
  case isWord = "'is'"
  case isNotWord = "'is not'"
  case inWord = "'in'"
  case notInWord = "'not in'"
  case andWord = "'and'"
  case orWord = "'or'"
  case wildcard = "'_'"
  case plus = "'+'"
  case minus = "'-'"
  case star = "'*'"
  case doubleStar = "'**'"
  case slash = "'/'"
  case doubleSlash = "'//'"
  case percent = "'%'"
  case at = "'@'"
  case pipe = "'|'"
  case ampersand = "'&'"
  case caret = "'^'"
  case tilde = "'~'"
  case shiftLeft = "'<<'"
  case shiftRight = "'>>'"
  case less = "'<'"
  case lessOrEqual = "'<='"
  case equal = "'=='"
  case notEqual = "'!='"
  case oldNotEqual = "'<>'"
  case greaterOrEqual = "'>='"
  case greater = "'>'"
  case plusAssign = "'+='"
  case minusAssign = "'-='"
  case starAssign = "'*='"
  case slashAssign = "'/='"
  case atAssign = "'@='"
  case doubleSlashAssign = "'//='"
  case percentAssign = "'%='"
  case doubleStarAssign = "'**='"
  case shiftRightAssign = "'>>='"
  case shiftLeftAssign = "'<<='"
  case ampersandAssign = "'&='"
  case caretAssign = "'^='"
  case pipeAssign = "'|='"

  /// Whether something may happen in an expression of the kind, beyond its value.
  var isEffective: Bool {
    switch self {
    case .attribute, .subscript, .call, .list, .set, .tuple, .dictionary, .await, .yield, .expressionList,
      .tupleExpression, .namedExpression, .notOperator, .booleanOperator, .binaryOperator, .unaryOperator,
      .comparisonOperator, .conditionalExpression, .parenthesizedExpression, .listComprehension,
      .setComprehension, .dictionaryComprehension, .generatorExpression, .asPattern:
      true
    default: false
    }
  }

  static let opaque: Set<PythonKind> = [
    .stringContent, .type, .typeParameter, .dottedName, .relativeImport, .typeAliasStatement, .complexPattern,
  ]
}

enum PythonField: String, SyntaxField {
  case alias, alternative, argument, arguments, attribute, body, cause, code, condition, consequence,
    definition
  case expression, function, guardClause = "guard", key, left, name, object, `operator`, operators, parameters
  case right, subject, superclasses, `type`, value, subscriptValue = "subscript", moduleName = "module_name"
  case formatSpecifier = "format_specifier"
}
