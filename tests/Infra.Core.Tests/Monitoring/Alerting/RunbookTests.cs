using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Core.Tests.Monitoring.Alerting;

/// <summary>Every alert has a page, every page has alerts, and all pages are alike: whoever is woken finds the same parts in the same place.</summary>
public sealed partial class RunbookTests
{
    private const string Folder = "docs/runbooks";

    private static readonly string[] _parts = ["What it means", "Impact", "Look first", "Mend", "Prevent"];

    // Pages of work that somebody plans, and no alert asks for.
    private static readonly string[] _ofWork = ["restore"];

    public static TheoryData<string> Pages => [.. Names()];

    [Fact]
    public void Every_alert_has_its_page_and_every_page_its_alerts() => Assert.Equal(
        KnownAlerts.All.GroupBy(alert => alert.Runbook.Page).OrderBy(page => page.Key, StringComparer.Ordinal)
            .Select(page => $"{page.Key}: {string.Join(", ", page.Select(alert => $"`{alert.Name}`").Distinct().Order(StringComparer.Ordinal))}"),
        Names().Select(page => $"{page}: {Alerts(Text(page))}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_all_parts_and_none_is_empty(string page)
    {
        var parts = Part().Split(Text(page));

        Assert.Equal(_parts, parts.Where((_, i) => i % 2 == 1));
        Assert.All(parts.Where((_, i) => i > 0 && i % 2 == 0), text => Assert.NotEqual("", text.Trim()));
    }

    [Fact]
    public void The_list_of_pages_is_complete() => Assert.Equal(
        Names().Select(page => $"| [{page}]({page}.md) | {Text(page).Split('\n')[0][2..]} | {Alerts(Text(page))} |"),
        Text("README").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)));

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(RepositoryRoot.Combine(Folder), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Where(page => page != "README" && !_ofWork.Contains(page))
        .Order(StringComparer.Ordinal);

    private static string Text(string page) => File.ReadAllText(RepositoryRoot.Combine($"{Folder}/{page}.md"));

    private static string Alerts(string text) => AlertLine().Match(text).Groups["alerts"].Value;

    [Fact]
    public void Pages_of_planned_work_are_found_too() => Assert.All(_ofWork, page => Assert.Contains($"[{page}]({page}.md)", Text("README"), StringComparison.Ordinal));

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex("^Alerts: (?<alerts>.*)$", RegexOptions.Multiline)]
    private static partial Regex AlertLine();
}
