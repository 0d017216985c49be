using System.Text;
using Acornima;
using Acornima.Ast;

namespace PlansWeb.Content.Templates;

/// <summary>
/// Rewrites a script of the content so that the sandbox sees every text and list that grows inside one statement, and so that an ECMAScript module
/// runs as a CommonJS one. Lines stay where they are.
/// </summary>
internal sealed class ScriptRewriter : AstVisitor
{
    private readonly List<(int At, int Order, int Length, string Text)> _edits = [];
    private readonly string _source;
    private int _order;

    private ScriptRewriter(string source) => _source = source;

    /// <summary>Rewrites.</summary>
    /// <param name="source">The script.</param>
    /// <exception cref="SandboxException">It is no JavaScript, or too long.</exception>
    public static string Rewrite(string source)
    {
        if (source.Length > SandboxLimits.ScriptLength)
        {
            throw new SandboxException("script too long", 0, isLimit: true);
        }

        try
        {
            var isModule = false;
            Acornima.Ast.Program program;
            try
            {
                program = new Parser(new ParserOptions { AllowReturnOutsideFunction = true }).ParseScript(source);
            }
            catch (ParseErrorException)
            {
                isModule = true;
                program = new Parser().ParseModule(source);
            }

            var rewriter = new ScriptRewriter(source);
            rewriter.Visit(program);
            return rewriter.Apply(isModule);
        }
        catch (ParseErrorException e)
        {
            throw new SandboxException(e.Description ?? e.Message, e.LineNumber, isLimit: false, e);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new SandboxException("script too deep", 0, isLimit: true, e);
        }
    }

    /// <summary>The statement that exports what a script declares; nothing where it is no JavaScript.</summary>
    public static string Exports(string source)
    {
        try
        {
            var names = new Parser().ParseModule(source).Body.SelectMany(static statement => statement switch
            {
                VariableDeclaration variables => variables.Declarations.SelectMany(static each => Names(each.Id)),
                IFunction { Id: { } id } => [id.Name],
                ClassDeclaration { Id: { } id } => [id.Name],
                _ => [],
            });
            return $"module.exports={{{string.Join(',', names)}}}";
        }
        catch (ParseErrorException)
        {
            return "";
        }
    }

    private static IEnumerable<string> Names(Node pattern) => pattern is Identifier id ? [id.Name] : pattern.ChildNodes.SelectMany(static child => child is Property property ? Names(property.Value) : Names(child));

    /// <inheritdoc/>
    protected override object? VisitBinaryExpression(BinaryExpression node)
    {
        if (node.Operator == Operator.Addition)
        {
            Insert(node.Start, "__add(");
            var at = Plus(node.Left.End, node.Right.Start);
            _edits.Add((at, _order++, 1, ","));
        }

        base.VisitBinaryExpression(node);
        if (node.Operator == Operator.Addition)
        {
            Insert(node.End, ")");
        }

        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitAssignmentExpression(AssignmentExpression node)
    {
        Visit(node.Left);
        Wrapped(node.Right, node.Operator == Operator.AdditionAssignment ? "__part(" : null);
        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitTemplateLiteral(TemplateLiteral node)
    {
        foreach (var expression in node.Expressions)
        {
            Wrapped(expression, "__part((", "))");
        }

        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitSpreadElement(SpreadElement node)
    {
        Wrapped(node.Argument, "__spread(");
        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitImportExpression(ImportExpression node)
    {
        _edits.Add((node.Start, _order++, "import".Length, "__import"));
        return base.VisitImportExpression(node);
    }

    /// <inheritdoc/>
    protected override object? VisitMetaProperty(MetaProperty node)
    {
        _edits.Add((node.Start, _order++, node.End - node.Start, "({url:\"\",dirname:\"\",filename:\"\"})"));
        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitLiteral(Literal node)
    {
        if (node is BigIntLiteral || (node is RegExpLiteral && node.Raw.Length > 2000))
        {
            throw new SandboxException("big integers and long regular expressions are not allowed", node.Location.Start.Line, isLimit: true);
        }

        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitImportDeclaration(ImportDeclaration node)
    {
        var from = $"require({Quote(node.Source.Value)})";
        var text = new StringBuilder(node.Specifiers.Count == 0 ? from + ";" : "");
        foreach (var specifier in node.Specifiers)
        {
            var value = specifier switch
            {
                ImportDefaultSpecifier => $"__default({from})",
                ImportSpecifier named => $"{from}[{Quote(named.Imported is Identifier id ? id.Name : ((Literal)named.Imported).Value?.ToString() ?? "")}]",
                _ => from,
            };
            text.Append("const ").Append(specifier.Local.Name).Append('=').Append(value).Append(';');
        }

        Replace(node, text.ToString());
        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        var name = (node.Declaration as IFunction)?.Id?.Name ?? (node.Declaration as ClassDeclaration)?.Id?.Name;
        Edit(node.Start, node.Declaration.Start - node.Start, name is null ? "exports.default=" : "");
        Visit(node.Declaration);
        if (name is not null)
        {
            Insert(node.End, $";exports.default={name};");
        }

        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        if (node.Declaration is { } declaration)
        {
            Edit(node.Start, declaration.Start - node.Start, "");
            Visit(declaration);
            IEnumerable<string?> names = declaration is VariableDeclaration variables
                ? variables.Declarations.Select(static each => (each.Id as Identifier)?.Name)
                : [(declaration as IFunction)?.Id?.Name ?? (declaration as ClassDeclaration)?.Id?.Name];
            Insert(node.End, string.Concat(names.OfType<string>().Select(static name => $";exports.{name}={name};")));
            return node;
        }

        var from = node.Source is { } source ? $"require({Quote(source.Value)})" : null;
        Replace(node, string.Concat(node.Specifiers.Select(each =>
        {
            var (local, exported) = (NameOf(each.Local), NameOf(each.Exported));
            return $"exports[{Quote(exported)}]={(from is null ? local : $"{from}[{Quote(local)}]")};";
        })));
        return node;
    }

    /// <inheritdoc/>
    protected override object? VisitExportAllDeclaration(ExportAllDeclaration node)
    {
        Replace(node, $"Object.assign(exports,require({Quote(node.Source.Value)}));");
        return node;
    }

    private static string NameOf(Expression node) => node is Identifier id ? id.Name : ((Literal)node).Value?.ToString() ?? "";

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private void Wrapped(Node node, string? open, string close = ")")
    {
        if (open is not null)
        {
            Insert(node.Start, open);
        }

        Visit(node);
        if (open is not null)
        {
            Insert(node.End, close);
        }
    }

    private void Insert(int at, string text) => _edits.Add((at, _order++, 0, text));

    private void Edit(int at, int length, string text) => _edits.Add((at, _order++, length, text + new string('\n', _source.AsSpan(at, length).Count('\n'))));

    private void Replace(Node node, string text) => Edit(node.Start, node.End - node.Start, text);

    // The sign between two operands, past parentheses and comments.
    private int Plus(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_source[i] == '/' && i + 1 < to && _source[i + 1] == '*')
            {
                i = _source.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1;
            }
            else if (_source[i] == '/' && i + 1 < to && _source[i + 1] == '/')
            {
                i = _source.IndexOf('\n', i);
            }
            else if (_source[i] == '+')
            {
                return i;
            }
        }

        throw new SandboxException("operator not found", 0, isLimit: false);
    }

    private string Apply(bool isModule)
    {
        var text = new StringBuilder(isModule ? "\"use strict\";" : "");
        var position = 0;
        foreach (var (at, _, length, insert) in _edits.OrderBy(static edit => edit.At).ThenBy(static edit => edit.Order))
        {
            if (at < position)
            {
                continue;
            }

            text.Append(_source, position, at - position).Append(insert);
            position = at + length;
        }

        return text.Append(_source, position, _source.Length - position).ToString();
    }
}
