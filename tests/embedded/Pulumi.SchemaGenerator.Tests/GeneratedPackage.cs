using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.SchemaGenerator.Tests;

/// <summary>What the generator makes of a schema, compiled against the embedded SDK.</summary>
internal sealed class GeneratedPackage
{
    public const string SchemaPath = "schemas/example.json";

    private static readonly SymbolDisplayFormat Signature = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeAccessibility,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(CustomResource).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private readonly Compilation _compilation;

    private GeneratedPackage(Compilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        _compilation = compilation;
        Diagnostics = diagnostics;
    }

    /// <summary>The generator's own complaints.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IEnumerable<string> CompilerErrors =>
        _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString());

    public IEnumerable<string> Types => _compilation.SyntaxTrees
        .Select(tree => Path.GetFileName(tree.FilePath).Replace(".g.cs", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static GeneratedPackage From(string schema)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        CSharpGeneratorDriver.Create(new ProviderGenerator())
            .AddAdditionalTexts([new SchemaText(SchemaPath, schema)])
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("Pulumi.Example", [], References.Value, options), out var compilation, out var diagnostics);
        return new GeneratedPackage(compilation, diagnostics);
    }

    /// <summary>Declared members with their attributes, one line each, as C# declares them.</summary>
    public IReadOnlyList<string> Members(string type) => Type(type).GetMembers()
        .Where(member => member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } or IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false })
        .Select(member => Attributes(member) + member.ToDisplayString(Signature))
        .ToList();

    public string Declaration(string type)
    {
        var symbol = Type(type);
        var kind = symbol.IsStatic ? "static class" : symbol.TypeKind == TypeKind.Struct ? "struct" : symbol.IsSealed ? "sealed class" : "class";
        return $"{Attributes(symbol)}{kind} {symbol.Name} : {symbol.BaseType!.ToDisplayString()}";
    }

    public string Source(string type) => _compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == type + ".g.cs").ToString();

    private INamedTypeSymbol Type(string name) => _compilation.GetTypeByMetadataName(name) ?? throw new ArgumentException($"There is no type {name}.");

    private static string Attributes(ISymbol symbol) => string.Concat(symbol.GetAttributes().Select(attribute => $"[{Attribute(attribute)}] "));

    private static string Attribute(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name.Replace("Attribute", "", StringComparison.Ordinal);
        return attribute.ConstructorArguments.Length == 0
            ? name
            : $"{name}({string.Join(", ", attribute.ConstructorArguments.Select(argument => argument.ToCSharpString()))})";
    }
}
