using Newtonsoft.Json;

namespace Infra.Cli.Registries;

/// <summary>What <c>pins resolve --json</c> writes.</summary>
internal static class PinResolutionJson
{
    public static void Write(IEnumerable<PinResolution> resolutions, TextWriter output)
    {
        using var json = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.WritePropertyName("images");
        json.WriteStartArray();
        foreach (var image in resolutions)
        {
            json.WriteStartObject();
            Property(json, "image", image.Image);
            Property(json, "state", image.State);
            Property(json, "recorded", image.Known);
            Property(json, "digest", image.Digest);
            Property(json, "problem", image.Problem);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteLine();
    }

    private static void Property(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
