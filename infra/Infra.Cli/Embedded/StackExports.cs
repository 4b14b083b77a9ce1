using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Engine.StackReferences;
using Infra.Planning.Model;
using Pulumi.Embedded;

namespace Infra.Cli;

/// <summary>Reads what <c>--stack-export</c> names.</summary>
internal static class StackExports
{
    private const string Option = "--stack-export";

    /// <exception cref="UsageException">A name is no stack's, or a file is no export of it.</exception>
    public static IReadOnlyDictionary<string, ImmutableDictionary<string, object?>> Read(IEnumerable<StackExport> exports, string project)
    {
        var read = new Dictionary<string, ImmutableDictionary<string, object?>>(StringComparer.Ordinal);
        foreach (var export in exports)
        {
            var name = ExportedStacks.FullName(export.Stack, project);
            if (name.Split('/') is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }])
            {
                throw new UsageException($"{Option} {Shown.Line(export.Stack)}: not the name of a stack; write STACK, ORGANIZATION/STACK or ORGANIZATION/PROJECT/STACK");
            }
            if (!read.TryAdd(name, Outputs(export, name)))
            {
                throw new UsageException($"{Option} {Shown.Line(export.Stack)}: {name} was given before");
            }
        }
        return read;
    }

    /// <summary>A warning of each export that no stack reference asks for: its stack may be misspelt.</summary>
    public static IEnumerable<PlanDiagnostic> Unused(IEnumerable<StackExport> exports, Plan plan)
    {
        var asked = plan.Resources
            .Where(resource => resource.Type == WellKnownTypes.StackReference)
            .Select(resource => resource.Inputs.TryGetValue("name", out var name) && name is PlanValue.String { Value: var stack } ? stack : resource.Name)
            .Select(stack => ExportedStacks.FullName(stack, plan.Project))
            .ToHashSet(StringComparer.Ordinal);
        return exports
            .Where(export => !asked.Contains(ExportedStacks.FullName(export.Stack, plan.Project)))
            .Select(export => new PlanDiagnostic(
                DiagnosticSeverity.Warning,
                $"{Option} {Shown.Line(export.Stack)}: no StackReference asks for {ExportedStacks.FullName(export.Stack, plan.Project)}; {There(asked)}"));
    }

    private static string There(HashSet<string> asked) =>
        asked.Count == 0 ? "the program has none" : $"they ask for {Shown.List(asked.Order(StringComparer.Ordinal))}";

    private static ImmutableDictionary<string, object?> Outputs(StackExport export, string name)
    {
        var option = $"{Option} {Shown.Line(export.Stack)}";
        try
        {
            using var text = new StreamReader(InputFile.Open(option, export.File));
            return StackExportReader.Read(text, name);
        }
        catch (StackExportException e)
        {
            throw new UsageException($"{option}, {InputFile.Shown(export.File)}: {e.Message}", $"'pulumi stack export --stack {name}' writes such a file.");
        }
    }
}
