using Newtonsoft.Json;

namespace Infra.Cli;

/// <summary>An <see cref="EnvironmentCheck"/> as a document: <c>{"file": …, "problems": [{"path": …, "message": …}]}</c>, and <c>"more"</c> where there are so many that the rest is only counted.</summary>
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
        if (check.Problems.Unlisted > 0)
        {
            json.WritePropertyName("more");
            json.WriteValue(check.Problems.Unlisted);
        }
        json.WriteEndObject();
        writer.WriteLine();
    }

    private static void Property(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
