using System.Globalization;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Diffing;

/// <summary>A diff as JSON, for programs: everything, nothing folded away. <c>docs/diff.md</c> describes it.</summary>
public static class PlanDiffJson
{
    /// <summary>Of the document. A key that is added leaves it alone; one that goes or means something else doesn't.</summary>
    public const int SchemaVersion = 1;

    public static void Write(PlanDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        // Newtonsoft takes the line break from the writer, whose default differs between systems.
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2 })
        {
            Write(json, diff);
        }
        writer.Write(text.ToString() + "\n");
    }

    private static void Write(JsonTextWriter json, PlanDiff diff)
    {
        json.WriteStartObject();
        Number(json, "schemaVersion", SchemaVersion);
        Text(json, "summary", diff.Summary);
        json.WritePropertyName("counts");
        json.WriteStartObject();
        foreach (var kind in KindWords.All)
        {
            Number(json, Name(kind.Kind), diff.Count(kind.Kind));
        }
        Number(json, "unchanged", diff.Unchanged);
        json.WriteEndObject();
        Number(json, "secretsNotCompared", diff.Secrets);
        Number(json, "unknownsNotCompared", diff.Unknowns);
        List(json, "changes", diff.Changes, Change);
        List(json, "quiet", diff.Quiet, Change);
        json.WriteEndObject();
    }

    private static void Change(JsonTextWriter json, ResourceChange change)
    {
        json.WriteStartObject();
        Text(json, "kind", Name(change.Kind));
        Text(json, "urn", change.Urn.ToString());
        Text(json, "previousUrn", change.PreviousUrn?.ToString());
        Text(json, "type", change.Resource.Type);
        Text(json, "name", change.Resource.Name);
        Text(json, "parent", change.Resource.Parent?.ToString());
        List(json, "reasons", change.Reasons, Reason);
        Flag(json, "deletesFirst", change.DeletesFirst);
        Flag(json, "refused", change.IsRefused);
        if (change.Loss is { } loss)
        {
            json.WritePropertyName("loss");
            json.WriteStartObject();
            Text(json, "what", loss.What);
            Text(json, "guard", Name(loss.Guard));
            json.WriteEndObject();
        }
        Text(json, "hint", change.Hint);
        List(json, "inputs", change.Inputs, Value);
        List(json, "settings", change.Settings, Value);
        json.WriteEndObject();
    }

    private static void Reason(JsonTextWriter json, Reason reason)
    {
        json.WriteStartObject();
        Text(json, "what", reason.What);
        Text(json, "why", reason.Why);
        Text(json, "source", reason.Source);
        json.WriteEndObject();
    }

    private static void Value(JsonTextWriter json, PropertyChange change)
    {
        json.WriteStartObject();
        Text(json, "path", change.Path.ToString());
        Text(json, "shown", change.Path.Shown is var shown && shown != change.Path.ToString() ? shown : null);
        Text(json, "kind", Name(change.Kind));
        Text(json, "effect", Name(change.Effect));
        Text(json, "fold", change.Fold == Fold.None ? null : Name(change.Fold));
        Plan(json, "before", change.Before);
        Plan(json, "after", change.After);
        json.WriteEndObject();
    }

    private static void Plan(JsonTextWriter json, string name, PlanValue? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            PlanValueWriter.Write(json, value);
        }
    }

    private static void List<T>(JsonTextWriter json, string name, ValueList<T> items, Action<JsonTextWriter, T> write)
        where T : notnull
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }
        json.WriteEndArray();
    }

    private static void Number(JsonTextWriter json, string name, int number)
    {
        json.WritePropertyName(name);
        json.WriteValue(number);
    }

    private static void Text(JsonTextWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(text);
        }
    }

    private static void Flag(JsonTextWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WritePropertyName(name);
            json.WriteValue(true);
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
