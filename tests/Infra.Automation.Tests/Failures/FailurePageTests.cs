using System.Runtime.CompilerServices;
using Infra.Automation.Failures;
using Infra.TestKit;

namespace Infra.Automation.Tests.Failures;

/// <summary>Whoever meets a failure finds its kind in the runbooks.</summary>
public sealed class FailurePageTests
{
    // Kinds are constants: an instance without data is enough to ask for one.
    private static readonly string[] _kinds =
    [
        .. typeof(StackFailure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StackFailure)))
            .Select(type => ((StackFailure)RuntimeHelpers.GetUninitializedObject(type)).Kind).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_kind_has_a_row_and_every_row_a_kind()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs/runbooks/README.md"));
        var table = page[page.IndexOf("## An update fails", StringComparison.Ordinal)..page.IndexOf("## All pages", StringComparison.Ordinal)];
        var rows = table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split(',')).Select(kind => kind.Trim(' ', '`'));

        Assert.Contains("stack-locked", _kinds);
        Assert.Equal(_kinds, rows.Order(StringComparer.Ordinal));
    }
}
