using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Html;

/// <summary>One change, or several that are alike: the reasons, then the values that differ. What somebody has to think about is open.</summary>
internal static class ChangeFold
{
    private const int MostBelow = 100;

    public static void Write(HtmlWriter html, DiffSection section, DiffEntry entry)
    {
        var change = entry.Change;
        List<string> notes = [.. Titles.Notes(change, full: true)];
        List<PropertyChange> values = [.. change.Settings.Concat(change.Inputs).Where(static value => value.Fold == Fold.None)];
        var hasBody = notes.Count > 0 || values.Count > 0 || entry.Below.Count > 0;
        var isOpen = hasBody && section.Kind is SectionKind.Replace or SectionKind.UpdateOrReplace;
        using var fold = html.In(hasBody ? "details" : "div", ("class", "change"), ("open", isOpen ? "" : null));
        using (html.In(hasBody ? "summary" : "div"))
        {
            html.Element("span", section.Words.Mark, ("class", $"mark {RoleColour.Of(section.Words.Role)}"), ("aria-hidden", "true")).Text(" ").Text(Titles.Of(entry));
        }

        if (!hasBody)
        {
            return;
        }

        using var body = html.In("div", ("class", "body"));
        foreach (var note in notes)
        {
            html.Element("p", note);
        }

        WriteValues(html, change, values);
        WriteBelow(html, entry.Below);
    }

    private static void WriteValues(HtmlWriter html, ResourceChange change, List<PropertyChange> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        new HtmlTable($"Values of {change.Urn.Name} that change", "Property", "Before", "After") { HidesCaption = true, Row = "value" }.Write(html, values, static (html, value) =>
        {
            using (html.In("th", ("scope", "row"), ("class", "mono")))
            {
                html.Text(value.Path.Shown);
                if (value.Effect == PropertyEffect.Replace)
                {
                    html.Text(" ").Tag("replaces", "bad");
                }
            }

            if (TextExcerpt.IsFor(value))
            {
                WriteExcerpt(html, value);
                return;
            }

            var (before, after) = ValueText.Pair(value.Before ?? PlanValue.Null.Instance, value.After ?? PlanValue.Null.Instance, full: false);
            WriteValue(html, "del", value.Before is null ? null : before);
            WriteValue(html, "ins", value.After is null ? null : after);
        });
    }

    private static void WriteExcerpt(HtmlWriter html, PropertyChange value)
    {
        using var cell = html.In("td", ("colspan", "2"));
        using var lines = html.In("pre");
        foreach (var (mark, line) in TextExcerpt.Of(value, full: false))
        {
            html.Element("span", $"{mark} {line}\n", ("class", mark switch { '+' => "good", '-' => "bad", _ => null }));
        }
    }

    private static void WriteValue(HtmlWriter html, string element, string? text)
    {
        using var cell = html.In("td", ("class", "mono"));
        if (text is not null)
        {
            html.Element(element, text);
        }
    }

    private static void WriteBelow(HtmlWriter html, ValueList<ResourceChange> below)
    {
        if (below.Count == 0)
        {
            return;
        }

        using var list = html.In("ul", ("class", "below"));
        foreach (var change in below.Take(MostBelow))
        {
            using var item = html.In("li");
            html.Element("span", TypeLabel.Of(change.Urn.Type), ("class", "quiet")).Text($" {change.Urn.Name}");
        }

        if (below.Count > MostBelow)
        {
            html.Element("li", $"and {below.Count - MostBelow:N0} more");
        }
    }
}
