using Infra.Core.Configuration;
using Infra.Planning.Model;

namespace Infra.Planning.Json;

internal static class PlanReader
{
    /// <summary>Deeper than any program, shallow enough for what draws trees.</summary>
    private const int MaxLevels = 256;

    private const int LongestUrn = 400;

    public static Plan Read(StrictJsonReader json)
    {
        string? project = null, stack = null;
        double? version = null;
        ValueList<PlannedResource>? resources = null;
        json.Next();
        json.ReadObject(key =>
        {
            switch (key)
            {
                case PlanKeys.SchemaVersion:
                    version = ReadVersion(json);
                    break;
                case PlanKeys.Project:
                    project = json.ReadString();
                    break;
                case PlanKeys.Stack:
                    stack = json.ReadString();
                    break;
                case PlanKeys.Resources:
                    resources = ReadResources(json);
                    break;
                default:
                    throw UnknownKey(json, PlanKeys.OfPlan);
            }
        });
        json.ReadToEnd();
        Require(version, "", PlanKeys.SchemaVersion);
        return new Plan
        {
            Project = Require(project, "", PlanKeys.Project),
            Stack = Require(stack, "", PlanKeys.Stack),
            Resources = Require(resources, "", PlanKeys.Resources),
        };
    }

    internal static PlanFormatException UnknownKey(StrictJsonReader json, IEnumerable<string> allowed) =>
        json.Problem($"unknown key; allowed are {string.Join(", ", allowed)}");

    internal static Urn ReadUrn(StrictJsonReader json)
    {
        var text = json.ReadString();
        return Urn.TryParse(text, out var urn)
            ? urn
            : throw json.Problem($"found {json.Found}; a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME");
    }

    internal static ValueList<T> ReadList<T>(StrictJsonReader json, Func<StrictJsonReader, T> readItem)
        where T : notnull
    {
        var items = new List<T>();
        json.ReadArray(() => items.Add(readItem(json)));
        return [.. items];
    }

    private static double ReadVersion(StrictJsonReader json)
    {
        var version = json.ReadNumber();
        return version == Plan.SchemaVersion
            ? version
            : throw json.Problem($"found {json.Found}; this program reads version {Plan.SchemaVersion}");
    }

    private static ValueList<PlannedResource> ReadResources(StrictJsonReader json)
    {
        var levels = new Dictionary<Urn, int>();
        return ReadList(json, _ =>
        {
            var path = json.Path;
            var resource = ReadResource(json, path);
            var level = 0;
            if (resource.Parent is { } parent && !levels.TryGetValue(parent, out level))
            {
                throw new PlanFormatException($"{path}.{PlanKeys.Parent}", $"'{Shown.Line(parent.ToString(), LongestUrn)}' is not the URN of an earlier resource");
            }

            if (level == MaxLevels)
            {
                throw new PlanFormatException($"{path}.{PlanKeys.Parent}", $"more than {MaxLevels} resources one inside the other");
            }

            if (!levels.TryAdd(resource.Urn, level + 1))
            {
                throw new PlanFormatException($"{path}.{PlanKeys.Urn}", $"an earlier resource has the URN '{Shown.Line(resource.Urn.ToString(), LongestUrn)}' too");
            }

            return resource;
        });
    }

    private static PlannedResource ReadResource(StrictJsonReader json, string path)
    {
        Urn? urn = null, parent = null, provider = null;
        string? type = null, name = null, readId = null;
        ValueMap? inputs = null, outputs = null;
        ValueList<Urn>? dependencies = null;
        PlannedOptions? options = null;
        json.ReadObject(key =>
        {
            switch (key)
            {
                case PlanKeys.Urn:
                    urn = ReadUrn(json);
                    break;
                case PlanKeys.Type:
                    type = json.ReadString();
                    break;
                case PlanKeys.Name:
                    name = json.ReadString();
                    break;
                case PlanKeys.Parent:
                    parent = ReadUrn(json);
                    break;
                case PlanKeys.Provider:
                    provider = ReadUrn(json);
                    break;
                case PlanKeys.Id:
                    readId = json.ReadString();
                    break;
                case PlanKeys.Inputs:
                    inputs = PlanValueReader.ReadProperties(json);
                    break;
                case PlanKeys.Dependencies:
                    dependencies = ReadList(json, ReadUrn);
                    break;
                case PlanKeys.Options:
                    options = PlannedOptionsReader.Read(json);
                    break;
                case PlanKeys.Outputs:
                    outputs = PlanValueReader.ReadProperties(json);
                    break;
                default:
                    throw UnknownKey(json, PlanKeys.OfResource);
            }
        });
        var resource = new PlannedResource
        {
            Urn = Require(urn, path, PlanKeys.Urn),
            Parent = parent,
            Provider = provider,
            ReadId = readId,
            Inputs = Require(inputs, path, PlanKeys.Inputs),
            Dependencies = Require(dependencies, path, PlanKeys.Dependencies),
            Options = Require(options, path, PlanKeys.Options),
            Outputs = outputs,
        };
        if (readId is not null && resource.Kind != ResourceKind.Custom)
        {
            throw new PlanFormatException($"{path}.{PlanKeys.Id}", $"found {Shown.Quoted(readId)}; only a custom resource is read");
        }

        RequireSame(Require(type, path, PlanKeys.Type), resource.Type, path, PlanKeys.Type);
        RequireSame(Require(name, path, PlanKeys.Name), resource.Name, path, PlanKeys.Name);
        return resource;
    }

    private static void RequireSame(string found, string ofUrn, string path, string key)
    {
        if (found != ofUrn)
        {
            throw new PlanFormatException($"{path}.{key}", $"found {Shown.Quoted(found)}; the resource's URN says {Shown.Quoted(ofUrn)}");
        }
    }

    private static T Require<T>(T? value, string path, string key)
        where T : class => value ?? throw new PlanFormatException(path, $"the key '{key}' is missing");

    private static void Require(double? value, string path, string key)
    {
        if (value is null)
        {
            throw new PlanFormatException(path, $"the key '{key}' is missing");
        }
    }
}
