using Newtonsoft.Json;

namespace Infra.Cli;

/// <summary>An <see cref="EnvironmentCheck"/> as a document: <c>{"file": …, "problems": [{"path": …, "message": …}]}</c>.</summary>
internal static class EnvironmentCheckJson
{
    public static void Write(EnvironmentCheck check, TextWriter writer)
    {
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        Property(json, "file", check.File);
        json.WritePropertyName("problems");
        json.WriteStartArray();
        foreach (var problem in check.Problems.All)
        {
            json.WriteStartObject();
            Property(json, "path", problem.Path);
            Property(json, "message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        writer.WriteLine();
    }

    private static void Property(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
