using Infra.Core;
using Infra.Planning.Diffing;

namespace Infra.Planning.Rendering.Html;

/// <summary>One change: its reasons, then the values that differ. What somebody has to think about is open.</summary>
internal static class ChangeFold
{
    public static void Write(HtmlWriter html, ResourceChange change)
    {
        var word = ChangeWord.Of(change.Kind);
        var properties = change.Settings.Concat(change.Inputs).ToList();
        var hasBody = properties.Count > 0 || change.Reasons.Count > 0 || change.Hint is not null || change.PreviousUrn is not null;
        using var fold = html.In(hasBody ? "details" : "div", ("class", "change"), ("open", hasBody && change.Kind is ChangeKind.Replace or ChangeKind.UpdateOrReplace ? "" : null));
        using (html.In(hasBody ? "summary" : "div"))
        {
            html.Tag($"{word.Mark} {word.Name}", word.Colour).Element("span", TypeLabel.Of(change.Urn.Type), ("class", "quiet")).Text(" ").Element("strong", change.Urn.Name);
        }

        if (!hasBody)
        {
            return;
        }

        using var body = html.In("div", ("class", "body"));
        WriteWords(html, change);
        WriteProperties(html, change, properties);
    }

    private static void WriteWords(HtmlWriter html, ResourceChange change)
    {
        using (html.In("ul", ("class", "reasons")))
        {
            if (change.PreviousUrn is { } previous)
            {
                html.Element("li", $"It was called {previous.Name} ({TypeLabel.Of(previous.Type)}).");
            }

            foreach (var reason in change.Reasons)
            {
                using var item = html.In("li");
                html.Element("code", reason.What).Text($": {reason.Why}.");
                if (reason.Source is { } source)
                {
                    html.Element("span", $" ({source})", ("class", "quiet"));
                }
            }

            if (change.DeletesFirst)
            {
                html.Element("li", "The old one goes before the new one comes.");
            }
        }

        if (change.Hint is { } hint)
        {
            html.Note(hint);
        }
    }

    private static void WriteProperties(HtmlWriter html, ResourceChange change, List<PropertyChange> properties)
    {
        var shown = properties.Where(static property => property.Fold == Fold.None).ToList();
        if (shown.Count > 0)
        {
            new HtmlTable($"Values of {change.Urn.Name} that change", "Property", "Before", "After", "Effect") { HidesCaption = true, Row = "value" }.Write(html, shown, static (html, property) =>
            {
                html.Element("th", property.Path.Shown, ("scope", "row"), ("class", "mono"));
                WriteValue(html, "del", property.Before);
                WriteValue(html, "ins", property.After);
                html.Cell(EffectOf(property));
            });
        }

        if (properties.Count > shown.Count)
        {
            html.Note($"{Counted.Of(properties.Count - shown.Count, "value")} more: labels, checksums, orders and what can't be compared. './run diff --all' has them.");
        }
    }

    private static void WriteValue(HtmlWriter html, string element, Model.PlanValue? value)
    {
        using var cell = html.In("td", ("class", "mono"));
        if (value is not null)
        {
            html.Element(element, InlineValue.Of(value));
        }
    }

    private static string EffectOf(PropertyChange property) => property.Effect switch
    {
        PropertyEffect.Replace => "replaces",
        PropertyEffect.Unknown => "not known",
        PropertyEffect.Update => property.Kind == PropertyChangeKind.Reorder ? "other order" : "in place",
        _ => "none",
    };
}
