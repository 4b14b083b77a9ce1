using Infra.Core.Nodes;
using Infra.Core.Serving.ColdStart;

namespace Infra.Core.Storage;

/// <summary>How fast a server reads weights from a volume.</summary>
public static class VolumeDelivery
{
    // Ours, for what nobody told us about: a gigabit network less its overhead.
    private const int UnknownMiBps = 100;

    /// <summary>The delivery.</summary>
    /// <param name="kind">What the volume lies on.</param>
    /// <param name="mebibytesPerSecond">What one reader gets of it; null for what the kind has.</param>
    public static WeightDelivery Of(VolumeKind kind, int? mebibytesPerSecond) => kind switch
    {
        VolumeKind.Ebs => WeightDelivery.Gp3(mebibytesPerSecond ?? VolumePerformanceRules.BaselineThroughput),
        VolumeKind.Efs when mebibytesPerSecond is null => WeightDelivery.Efs,
        // Mountpoint fetches objects as the copy does, but into memory.
        VolumeKind.S3 when mebibytesPerSecond is null => new WeightDelivery("S3 mount", null, ColdStartFigures.S3Copy with { What = "read from S3" }),
        _ => WeightDelivery.Volume(VolumeKinds.Name(kind), mebibytesPerSecond ?? UnknownMiBps),
    };
}
