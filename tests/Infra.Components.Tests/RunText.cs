using Infra.TestKit.Components;

namespace Infra.Components.Tests;

/// <summary>What a run registered, as text for exact assertions.</summary>
internal static class RunText
{
    /// <summary>One line per resource in the order of construction: type, name, and every option that is set. Providers are left out.</summary>
    public static string Resources(this ComponentRun run) => string.Join(
        '\n',
        run.Registrations.Where(r => !r.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)).Select(Line));

    private static string Line(Registration r) => string.Join(' ', Words(r));

    private static IEnumerable<string> Words(Registration r)
    {
        yield return r.ToString();
        foreach (var (name, value) in Options(r))
        {
            if (value is { Length: > 0 })
            {
                yield return $"{name}={value}";
            }
        }
    }

    private static IEnumerable<(string Name, string? Value)> Options(Registration r) =>
    [
        ("parent", r.Parent),
        ("provider", r.Provider),
        ("after", string.Join(',', r.DependsOn)),
        ("protect", r.Protect?.ToString()),
        ("retain", r.RetainOnDelete?.ToString()),
        ("ignore", string.Join(',', r.IgnoreChanges)),
        ("replaceOn", string.Join(',', r.ReplaceOnChanges)),
        ("deleteBeforeReplace", r.DeleteBeforeReplace?.ToString()),
        ("deletedWith", r.DeletedWith),
        ("create", r.CustomTimeouts?.Create?.ToString()),
        ("update", r.CustomTimeouts?.Update?.ToString()),
        ("delete", r.CustomTimeouts?.Delete?.ToString()),
    ];
}
