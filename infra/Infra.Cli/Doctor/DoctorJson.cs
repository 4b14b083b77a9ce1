using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Doctor;

/// <summary>An examination for programs.</summary>
internal static class DoctorJson
{
    public const int SchemaVersion = 1;

    public static JObject Of(string? environment, ImmutableArray<Checked> results) => new()
    {
        ["schemaVersion"] = SchemaVersion,
        ["environment"] = environment,
        ["summary"] = DoctorText.Summary(results),
        ["checks"] = new JArray(results.Select(static result => new JObject
        {
            ["name"] = result.Name,
            ["required"] = result.IsRequired,
            ["state"] = DoctorText.State(result.Result.State),
            ["found"] = result.Result.Found,
            ["next"] = new JArray(result.Result.Next),
        })),
    };
}
