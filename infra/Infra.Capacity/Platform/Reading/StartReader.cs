using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Capacity.Platform.Reading;

/// <summary>How long a replica takes to serve, by the same figures as the probes' budget, without its safety factor.</summary>
internal static class StartReader
{
    public static StartTimes Of(PlannedService service)
    {
        var inputs = service.Inputs;
        var runtime = Runtimes.For(Runtimes.Find((string?)inputs["runtime"] ?? "") ?? ServingRuntime.Container, Request(service));
        var weights = ByteSize.TryParse((string?)inputs["modelSize"] ?? "", out var size) ? size : default;
        var source = inputs["source"];
        WireNames.TryParse<ImageDelivery>((string?)inputs["imageDelivery"] ?? "", out var delivery);
        var request = new ColdStartRequest
        {
            Node = NodeSupply.Running,
            Image = source?["image"] is null ? runtime.ImageSize : new ByteSize(runtime.ImageSize.Bytes + weights.Bytes),
            ImageDelivery = delivery,
            Weights = weights,
            Delivery = runtime.StreamsModel ? WeightDelivery.S3Stream : Delivery(source),
            Loader = runtime.Loader,
            Engine = runtime.Engine,
        };
        var terms = request.Terms().ToList();
        long Of(params ReadOnlySpan<ColdStartStep> steps)
        {
            var sum = 0L;
            foreach (var term in terms)
            {
                sum += steps.Contains(term.Step) ? JsonNumbers.Micros(term.Duration) : 0;
            }

            return sum;
        }

        return new StartTimes(Of(ColdStartStep.Image), JsonNumbers.Micros(ColdStartFigures.ImageOnNode.For(0)), Of(ColdStartStep.Copy), Of(ColdStartStep.Load, ColdStartStep.Engine));
    }

    // What decides image and start of the server; the rest of a runtime's request has no part in it.
    private static RuntimeRequest Request(PlannedService service) => new()
    {
        Model = service.Name,
        Devices = service.Inputs["resources"]?["devices"].Integer() ?? 0,
        Accelerators =
        [
            .. (service.Inputs["accelerators"] as JsonArray ?? []).Select(name => InstanceCatalog.Default.Models.FirstOrDefault(model => model.Id == (string?)name)).OfType<AcceleratorModel>(),
        ],
        IsInS3 = service.Inputs["source"]?["s3Path"] is not null,
        Llm = service.Inputs["llm"] is { } llm ? LlmReader.Options(llm) : null,
        Container = service.Inputs["container"] is { } container ? new ContainerOptions { Image = (string?)container["image"] ?? "" } : null,
    };

    private static WeightDelivery Delivery(JsonNode? source) => source switch
    {
        null => WeightDelivery.InImage,
        _ when source["volume"] is { } volume => VolumeDelivery.Of(VolumeKinds.Find((string?)volume["kind"] ?? "") ?? VolumeKind.Ebs, volume["throughput"].Integer()),
        _ when source["cache"] is not null => WeightDelivery.NodeCache,
        _ when source["image"] is not null => WeightDelivery.InImage,
        _ when source["huggingFace"] is not null => WeightDelivery.HuggingFace,
        _ when source["archiveUrl"] is not null => WeightDelivery.Archive,
        _ => WeightDelivery.S3Copy,
    };
}
