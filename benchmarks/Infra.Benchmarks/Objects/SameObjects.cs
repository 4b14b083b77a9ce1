using System.Diagnostics;
using Infra.Benchmarks.Contenders;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Infra.Benchmarks.Objects;

/// <summary>A comparison means something only between equals: contenders that say so must make the same objects, and as many as they say.</summary>
internal static class SameObjects
{
    private const int Models = 2;

    /// <exception cref="BenchmarkException">They differ.</exception>
    public static async Task CheckAsync(IReadOnlyList<Contender> contenders, DirectoryInfo work, CancellationToken cancellation)
    {
        string? expected = null;
        foreach (var contender in contenders.Where(contender => contender.MakesBenchModels))
        {
            var folder = work.CreateSubdirectory("check");
            await RunAsync(contender.Command(Models, folder.FullName), cancellation);
            var made = Objects(folder).ToList();
            folder.Delete(recursive: true);
            if (made.Count != Models * contender.ObjectsPerModel)
            {
                throw new BenchmarkException($"'{contender.Name}' makes {made.Count} objects of {Models} models and not {Models * contender.ObjectsPerModel}.");
            }

            var objects = string.Join('\n', made);
            expected ??= objects;
            if (objects != expected)
            {
                throw new BenchmarkException($"'{contender.Name}' makes other objects than '{contenders[0].Name}':\n{objects}\nand not:\n{expected}");
            }
        }
    }

    private static async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new BenchmarkException($"'{string.Join(' ', command)}' ended with exit code {process.ExitCode}.");
        }
    }

    /// <summary>Each object as JSON with sorted keys, in an order of its own.</summary>
    private static IEnumerable<string> Objects(DirectoryInfo folder)
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        return folder.EnumerateFiles("*.yaml", SearchOption.AllDirectories)
            .Select(file => Sorted(JToken.FromObject(yaml.Deserialize<object>(File.ReadAllText(file.FullName)))))
            .Where(token => token is JObject document && document.ContainsKey("apiVersion") && document.ContainsKey("metadata"))
            .Select(token => token.ToString(Formatting.None))
            .Order(StringComparer.Ordinal);
    }

    private static JToken Sorted(JToken token) => token switch
    {
        JObject map => new JObject(map.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray list => new JArray(list.Select(Sorted)),
        _ => token,
    };
}
