using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>A small configuration without problems, and changes of it at a path in the notation of the messages.</summary>
internal sealed partial class SampleConfig : IConfigSource
{
    private readonly JsonObject _root;

    private SampleConfig(string json) => _root = JsonNode.Parse(json)!.AsObject();

    public static SampleConfig Eks() => new("""
        {
          "aws": {"region": "us-west-2", "accountId": "123456789012"},
          "cluster": {"existing": {"name": "house", "nodeAutoscaler": true, "zones": [{"name": "us-west-2a", "subnetId": "subnet-0a1"}, {"name": "us-west-2b", "subnetId": "subnet-0b2"}]}},
          "pools": [{"name": "t4", "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"], "capacity": {"max": 2}}],
          "storage": {"buckets": [{"name": "models"}]},
          "models": [{"name": "reader", "runtime": "tensorflow-serving", "source": "s3://models/reader", "pools": ["t4"]}]
        }
        """);

    /// <summary>A cluster that the stack makes.</summary>
    public static SampleConfig NewEks() => new("""
        {
          "aws": {"region": "us-west-2", "accountId": "123456789012"},
          "cluster": {"eks": {"administrators": {"deploy": "arn:aws:iam::123456789012:role/deploy"}}},
          "nodeAutoscaling": {"kind": "clusterAutoscaler"},
          "network": {"zones": ["us-west-2a", "us-west-2b"]},
          "pools": [{"name": "t4", "instanceTypes": ["g4dn.xlarge", "g4dn.2xlarge"], "capacity": {"max": 2}}],
          "storage": {"buckets": [{"name": "models"}]},
          "models": [{"name": "reader", "runtime": "tensorflow-serving", "source": "s3://models/reader", "pools": ["t4"]}]
        }
        """);

    public static SampleConfig Local() => new("""
        {
          "cluster": {"kubeconfig": {"context": "kind-kind"}},
          "pools": [{"name": "cpu", "existingNodes": {"labels": {"kubernetes.io/os": "linux"}}}],
          "models": [{"name": "reader", "runtime": "tensorflow-serving", "source": "https://models.example/reader.tar.gz", "pools": ["cpu"]}]
        }
        """);

    public bool IsEncrypted(string key) => _root[key] is JsonObject { Count: 1 } value && value.ContainsKey("secure");

    public IReadOnlyCollection<string>? Keys => [.. _root.Select(entry => entry.Key)];

    // As Pulumi.Config gives it: text as it is, everything else as JSON.
    public string? Get(string key) => _root[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var node => node.ToJsonString(),
    };

    /// <summary>The file that has this configuration; a null of the file arrives at <see cref="Get"/> as text.</summary>
    public string Document() => new JsonObject
    {
        ["config"] = new JsonObject(_root.Select(entry => KeyValuePair.Create(
            $"{PlatformSettings.ConfigNamespace}:{entry.Key}",
            Get(entry.Key) == "null" ? null : entry.Value?.DeepClone()))),
    }.ToJsonString();

    /// <summary>The configuration as an engine hands it to the program.</summary>
    public JsonObject ForEngine() => new(_root.Select(entry => KeyValuePair.Create($"{PlatformSettings.ConfigNamespace}:{entry.Key}", (JsonNode?)Get(entry.Key))));

    /// <summary>Sets the value at a path, adds the last entry of a list, or, without a value, removes a key.</summary>
    public SampleConfig With(string path, string? json)
    {
        var steps = Step().Matches(path).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value).ToArray();
        JsonNode parent = _root;
        foreach (var step in steps[..^1])
        {
            parent = (parent is JsonArray list ? list[int.Parse(step)] : parent[step])!;
        }

        var value = json is null ? null : JsonNode.Parse(json);
        if (parent is JsonObject map)
        {
            _ = map.Remove(steps[^1]);
            if (json is not null)
            {
                map.Add(steps[^1], value);
            }
        }
        else if (int.Parse(steps[^1]) is var index && index == parent.AsArray().Count)
        {
            parent.AsArray().Add(value);
        }
        else
        {
            parent[index] = value;
        }

        return this;
    }

    /// <summary>The problems, one line each, as the user sees them below the headline.</summary>
    public string Problems()
    {
        var problems = new ConfigProblems();
        var settings = PlatformSettings.Read(this, problems);
        Assert.Equal(problems.IsEmpty, settings is not null);
        return string.Join('\n', problems.All);
    }

    public PlatformSettings Read()
    {
        var problems = new ConfigProblems();
        return PlatformSettings.Read(this, problems) ?? throw new InvalidOperationException(problems.Render("the sample"));
    }

    [GeneratedRegex("([^.\\[\\]\"]+)|\"([^\"]+)\"")]
    private static partial Regex Step();
}
