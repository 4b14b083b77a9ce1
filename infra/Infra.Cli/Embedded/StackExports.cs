using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Engine.StackReferences;
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

    private static ImmutableDictionary<string, object?> Outputs(StackExport export, string name)
    {
        var place = $"{Option} {Shown.Line(export.Stack)}, {Shown.Line(Path.GetFileName(export.File))}";
        try
        {
            using var text = File.OpenText(export.File);
            return StackExportReader.Read(text, name);
        }
        catch (StackExportException e)
        {
            throw new UsageException($"{place}: {e.Message}", $"'pulumi stack export --stack {name}' writes such a file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{place}: can't be read; {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
