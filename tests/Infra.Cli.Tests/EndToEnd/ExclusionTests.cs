namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What excludes each other, changed in a shipped environment on the command line: one clear line, whole.</summary>
public sealed class ExclusionTests : IDisposable
{
    private const string Bottlerocket = "pools[0].amiType=BOTTLEROCKET_x86_64_NVIDIA";
    private const string Pieces = "sharing.mig.layout=all-1g.5gb";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    public static TheoryData<string, string[], string> Refused => new()
    {
        {
            "dev", [Bottlerocket, "accelerators.nvidia=devicePlugin"],
            "--config gpu-inference:pools[0].amiType: 'BOTTLEROCKET_x86_64_NVIDIA' brings a device plugin, which excludes the device plugin of accelerators.nvidia; remove that key, or use an AL2023 NVIDIA image"
        },
        {
            "dev", [Bottlerocket, "accelerators.nvidia=gpuOperator"],
            "--config gpu-inference:pools[0].amiType: 'BOTTLEROCKET_x86_64_NVIDIA' brings a device plugin, which excludes the GPU operator of accelerators.nvidia; remove that key, or use an AL2023 NVIDIA image"
        },
        // Device plugin and operator are two values of one key, so that nobody can have both.
        {
            "dev", ["accelerators.nvidia=[\"devicePlugin\",\"gpuOperator\"]"],
            "--config gpu-inference:accelerators.nvidia: '[\"devicePlugin\",\"gpuOperator\"]' is not allowed; allowed: devicePlugin, gpuOperator"
        },
        {
            "dev", ["accelerators.nvidia=gpuOperator", "accelerators.dcgmExporter=true"],
            "--config gpu-inference:accelerators.dcgmExporter: the GPU operator brings the DCGM exporter itself, and both can't run on one node; remove this key, or use accelerators.nvidia: devicePlugin"
        },
        {
            "prod", ["pools[3].capacityType=spot"],
            "--config gpu-inference:pools[3].capacityType: spot instances can't be launched into a capacity reservation or a capacity block; use onDemand for a reservation, capacityBlock for a block, or remove reservation"
        },
        {
            "prod", ["pools[4].legacy=false"],
            "gpu-inference:pools[4].instanceTypes[0]: 'p3.2xlarge' is retired: AWS asked its users to leave P3 by 2025-12-20, and EC2 no longer describes this type in the commercial regions; a price is still listed, which proves nothing; "
            + "its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; use g4dn.xlarge, or set legacy: true on the pool if you can still get it"
        },
        {
            "prod", ["pools[4].efa=true", "pools[4].zones[0]=us-west-2a"],
            "--config gpu-inference:pools[4].efa: 'p3.2xlarge' has no EFA interface; remove efa, or use one of p3dn.24xlarge"
        },
        {
            "prod", ["pools[2].zones[1]=us-west-2c"],
            "gpu-inference:pools[2].efa: EFA connects nodes of one zone, but the pool has us-west-2b, us-west-2c; name one in zones"
        },
        {
            "dev", ["pools[0].amiType=AL2_x86_64_GPU"],
            "--config gpu-inference:pools[0].amiType: 'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; there are: AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA"
        },
        {
            "dev", ["pools[0].zones[0]=us-west-2d"],
            "--config gpu-inference:pools[0].zones[0]: 'us-west-2d' is not a zone of the cluster; did you mean 'us-west-2a'? there are: us-west-2a, us-west-2b"
        },
        {
            "dev", [$"pools[0].{Pieces}"],
            "--config gpu-inference:pools[0].sharing.mig: t4 GPUs can't be cut into pieces; those that can: a100, h100, h200, b200, b300, rtx-pro-server-6000; share these with 'timeSlicing' or 'mps'"
        },
        {
            // The model that needs all GPUs of a node whole is sent elsewhere.
            "prod", [$"pools[2].{Pieces}", "models[4].pools[0]=h100"],
            "--config gpu-inference:pools[2].sharing.mig: NVIDIA's device plugin advertises pieces of a GPU, but doesn't cut them; set accelerators.nvidia: gpuOperator, whose MIG manager does"
        },
        {
            "prod", [$"pools[2].{Pieces}", "pools[2].sharing.timeSlicing=4"],
            "--config gpu-inference:pools[2].sharing: 'timeSlicing' and 'mig' exclude each other: containers that take turns on a piece can take each other's memory, which MIG is there to prevent; choose a layout with smaller pieces, or keep 'timeSlicing' alone"
        },
        {
            "prod", [$"pools[2].{Pieces}", "pools[2].sharing.mps=4"],
            "--config gpu-inference:pools[2].sharing: 'mps' and 'mig' exclude each other: NVIDIA's device plugin can't run MPS on GPUs that are cut into pieces; keep one of them"
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task One_clear_line_each(string environment, string[] changes, string line)
    {
        var result = await _checkout.RunAsync(["preview", environment, "--config-path", .. changes.SelectMany(change => new[] { "--config", $"gpu-inference:{change}" })]);

        Assert.Equal($"error: 1 problem in Pulumi.{environment}.yaml and --config:\n  {line}\n", result.Error);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }
}
