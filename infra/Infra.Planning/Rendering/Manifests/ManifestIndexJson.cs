using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>The index as a document, for programs: what <c>index.json</c> holds and <c>render --json</c> writes.</summary>
internal static class ManifestIndexJson
{
    public const int SchemaVersion = 1;

    public static string ToText(ManifestIndex index)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented };
        json.WriteStartObject();
        json.WritePropertyName("schemaVersion");
        json.WriteValue(SchemaVersion);
        Text(json, "project", index.Project);
        Text(json, "stack", index.Stack);
        Text(json, "source", index.Source.File);
        Texts(json, "overridden", index.Source.Overridden);
        List(json, "steps", index.Steps, WriteStep);
        List(json, "customKinds", index.FilesByCustomKind, WriteKind);
        List(json, "reliesOn", index.ReliesOn, WriteResource);
        List(json, "others", index.Others, WriteResource);
        List(json, "patches", index.Patches, WriteResource);
        List(json, "reads", index.Reads, WriteResource);
        List(json, "previewOnly", index.PreviewOnly, WriteResource);
        json.WriteEndObject();
        writer.WriteLine();
        return writer.ToString();
    }

    private static void WriteStep(JsonTextWriter json, ManifestStep step)
    {
        Text(json, "folder", step.Folder);
        Text(json, "kubeconfig", step.Cluster.Kubeconfig ?? "");
        Text(json, "context", step.Cluster.Context ?? "");
        Text(json, "login", step.Cluster.Login ?? "");
        Texts(json, "commands", step.Commands);
        List(json, "files", step.Items, (_, item) =>
        {
            Text(json, "file", step.FileOf(item));
            WriteItem(json, item);
        });
    }

    private static void WriteItem(JsonTextWriter json, RenderedItem item)
    {
        if (item is RenderedObject o)
        {
            Text(json, "apiVersion", o.ApiVersion);
            Text(json, "kind", o.Kind);
        }

        Text(json, "namespace", item.Namespace);
        Text(json, "name", item.Name);
        if (item is RenderedRelease release)
        {
            Text(json, "chart", release.Chart);
            Text(json, "version", release.Version ?? "");
            Text(json, "repository", release.Repository ?? "");
            Texts(json, "optionsNotInCommand", HelmCommand.NotIn(release));
        }

        Text(json, "urn", item.Resource.Urn.ToString());
        Texts(json, "invented", item.Invented);
        Texts(json, "redacted", item.Redacted);
        if (item.IsHidden)
        {
            json.WritePropertyName("hiddenFromPreviews");
            json.WriteValue(true);
        }
    }

    private static void WriteKind(JsonTextWriter json, IGrouping<string, string> kind)
    {
        Text(json, "kind", kind.Key);
        Texts(json, "files", kind);
    }

    private static void WriteResource(JsonTextWriter json, PlannedResource resource)
    {
        Text(json, "urn", resource.Urn.ToString());
        Text(json, "type", resource.Type);
        Text(json, "name", resource.Name);
        Text(json, "id", resource.ReadId ?? "");
    }

    private static void List<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<JsonTextWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(JsonTextWriter json, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WritePropertyName(name);
        json.WriteStartArray();
        all.ForEach(json.WriteValue);
        json.WriteEndArray();
    }

    private static void Text(JsonTextWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WritePropertyName(name);
            json.WriteValue(text);
        }
    }
}
