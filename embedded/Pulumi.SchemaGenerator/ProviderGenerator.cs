using System;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pulumi.SchemaGenerator;

/// <summary>Generates the classes of a provider package from each Pulumi package schema among the project's additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProviderGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor InvalidSchema = new(
        "PSG001",
        "Invalid package schema",
        "{0}",
        "Pulumi.SchemaGenerator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider.Where(file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
        context.RegisterSourceOutput(schemas, Generate);
    }

    private static void Generate(SourceProductionContext context, AdditionalText file)
    {
        var text = file.GetText(context.CancellationToken) ?? SourceText.From("");
        try
        {
            foreach (var generated in PackageEmitter.Emit(SchemaReader.Read(text.ToString())))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                context.AddSource(generated.Name + ".g.cs", SourceText.From(generated.Text, Encoding.UTF8));
            }
        }
        catch (SchemaException exception)
        {
            var span = new TextSpan(Math.Min(exception.Offset, text.Length), 0);
            var location = Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
            context.ReportDiagnostic(Diagnostic.Create(InvalidSchema, location, exception.Message));
        }
    }
}
