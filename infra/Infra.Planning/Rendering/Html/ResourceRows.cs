using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html;

/// <summary>
/// The rows of the tree. Of many alike, as ten thousand models are, the first stand for the rest, which is counted: a page with all of them
/// would be one that no browser opens.
/// </summary>
internal sealed class ResourceRows
{
    /// <summary>So many of a type below one parent are shown.</summary>
    public const int MostAlike = 200;

    /// <summary>So many rows are shown.</summary>
    public const int MostRows = 6_000;

    private readonly HtmlWriter _html;
    private readonly ResourceTree _tree;
    private readonly Dictionary<Urn, ChangeKind> _changes;
    private readonly bool _isCompared;
    private readonly InputsText _inputs = new();
    private int _rows;

    public ResourceRows(HtmlWriter html, PlanReview review)
    {
        _html = html;
        _tree = new ResourceTree(review.Plan);
        _isCompared = review.Comparison is not null;
        _changes = (review.Comparison?.Diff.Changes ?? []).Where(static change => change.After is not null).ToDictionary(static change => change.Urn, static change => change.Kind);
    }

    public void Write() => WriteAll(_tree.Roots, isTop: true);

    private void WriteAll(IEnumerable<PlannedResource> resources, bool isTop = false)
    {
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        var hidden = new SortedDictionary<string, (int Count, int Size)>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var alike = shown.GetValueOrDefault(resource.Type);
            if (alike < MostAlike && _rows < MostRows)
            {
                shown[resource.Type] = alike + 1;
                WriteRow(resource, isTop);
            }
            else
            {
                var (count, size) = hidden.GetValueOrDefault(resource.Type);
                hidden[resource.Type] = (count + 1, size + _tree.SizeOf(resource));
            }
        }

        foreach (var (type, (count, size)) in hidden)
        {
            var below = size - count;
            _html.Element("li", $"and {count:N0} more of {TypeLabel.Of(type)}{(below > 0 ? $", with {below:N0} below" : "")}", ("class", "more"));
        }
    }

    private void WriteRow(PlannedResource resource, bool isTop)
    {
        _rows++;
        using var item = _html.In("li", ("data-row", ""));
        var below = _tree.Below(resource).ToList();
        var inputs = _inputs.Of(resource.Inputs);
        if (below.Count == 0 && inputs is null)
        {
            using var leaf = _html.In("div", ("class", "leaf"));
            WriteHead(resource);
            return;
        }

        using var fold = _html.In("details", ("open", isTop ? "" : null));
        using (_html.In("summary"))
        {
            WriteHead(resource);
            if (below.Count > 0)
            {
                _html.Element("span", $" · {_tree.SizeOf(resource) - 1:N0} below", ("class", "quiet"));
            }
        }

        if (inputs is not null && below.Count > 0)
        {
            using var own = _html.In("details", ("class", "inputs"));
            _html.Element("summary", "inputs").Element("pre", inputs);
        }
        else if (inputs is not null)
        {
            _html.Element("pre", inputs);
        }

        if (below.Count > 0)
        {
            using var list = _html.In("ul");
            WriteAll(below);
        }
    }

    private void WriteHead(PlannedResource resource)
    {
        if (MarkOf(resource) is var (mark, words, role))
        {
            _html.Element("span", mark, ("class", $"mark {RoleColour.Of(role)}"), ("aria-hidden", "true")).Element("span", $"{words} ", ("class", "unseen"));
        }
        else
        {
            _html.Element("span", "", ("class", "mark"));
        }

        _html.Element("span", TypeLabel.Of(resource.Type), ("class", "type")).Text(" ").Element("span", resource.Name, ("class", "name"));
    }

    // Null for what stays as it is.
    private (string Mark, string Words, TextRole Role)? MarkOf(PlannedResource resource)
    {
        if (_changes.TryGetValue(resource.Urn, out var kind))
        {
            var words = KindWords.Of(kind);
            return (words.Mark, words.Doing, words.Role);
        }

        var operation = PlanOperation.Of(resource);
        return _isCompared ? null : (operation.Mark, operation.Name, operation.Role);
    }
}
