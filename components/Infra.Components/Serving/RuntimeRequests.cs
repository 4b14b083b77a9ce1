using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Components.Serving;

/// <summary>What a model's arguments ask of its runtime.</summary>
internal static class RuntimeRequests
{
    /// <summary>The request, and what is wrong with it.</summary>
    public static RuntimeRequest Of(string path, InferenceServiceArgs args, ConfigProblems problems) => new()
    {
        Model = args.SharedName ?? args.Model,
        Instance = args.SharedName is null ? null : args.Model,
        Devices = args.Resources.Devices,
        Accelerators = Accelerators($"{path}.accelerators", args.Accelerators, problems),
        Hub = args.Source is { HuggingFace: { } repository, Revision: { } revision } ? new HubModel(repository, revision) : null,
        IsInS3 = args.Source?.S3Uri is not null,
        Llm = args.Llm?.ToOptions($"{path}.llm", problems),
        TritonModels = [.. args.TritonModels.Select((model, i) => model.ToModel(ConfigPath.Index($"{path}.tritonModels", i), problems))],
        Container = args.Container?.ToOptions(),
        Ray = args.Ray?.Application?.ToApplication(),
        TracesEndpoint = args.Traces?.Endpoint,
        LongestRequestSeconds = args.LongestRequestSeconds,
        Batching = args.Batching?.ToOptions($"{path}.batching", problems),
    };

    private static ImmutableArray<AcceleratorModel> Accelerators(string path, List<string> names, ConfigProblems problems)
    {
        var known = InstanceCatalog.Default.Models;
        var found = ImmutableArray.CreateBuilder<AcceleratorModel>();
        for (var i = 0; i < names.Count; i++)
        {
            if (known.FirstOrDefault(model => model.Id == names[i]) is { } model)
            {
                found.Add(model);
            }
            else
            {
                problems.Add(ConfigPath.Index(path, i), $"'{names[i]}' is no accelerator; there are: {string.Join(", ", known.Select(model => model.Id))}");
            }
        }

        return found.ToImmutable();
    }
}
