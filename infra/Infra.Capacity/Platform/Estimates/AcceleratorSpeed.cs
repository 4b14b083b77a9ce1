using System.Collections.Immutable;

namespace Infra.Capacity.Platform.Estimates;

/// <summary>
/// How fast an accelerator is by its data sheet, and how much of that servers get. Read on 2026-11-22 in gmasse's table (winston-zhang-orz/gpu-specs, specs.md at 097f0fb3), that of astroC86/gpu-datasheet (README.md; half of
/// what it has with sparsity), and for the T4's memory cissieAB/ifarm-gpus (docs/roofline.md). Read on 2026-11-23: of the A10G what two repositories quote of NVIDIA's data sheet for AWS (NVIDIA_AWS_A10G_DataSheet_FINAL_02_17_2022.pdf: 70 dense, 140 with sparsity; the 125 of others are an A10's), the B200 at
/// glennklockwood.com ("B200", the HGX board with 1,000 W). What no source had, or of which sources say different things (RTX PRO 6000), isn't here: nothing is estimated on it.
/// </summary>
/// <param name="GigabytesPerSecond">Memory bandwidth in GB/s.</param>
/// <param name="Teraflops">Dense 16-bit arithmetic of the tensor cores, in TFLOPS.</param>
public sealed record AcceleratorSpeed(double GigabytesPerSecond, double Teraflops)
{
    /// <summary>
    /// Share of the bandwidth that is reached: 0.8 (ai-dynamo/aiconfigurator, systems/l40s.yaml at ee962fc3, mem_bw_empirical_scaling_factor); measured were 0.77 on a T4 and 0.83 on an A100 (cissieAB/ifarm-gpus, docs/roofline.md).
    /// </summary>
    public const double BandwidthShare = 0.8;

    /// <summary>
    /// Share of the arithmetic that is reached by prompts: 0.4, what training of 1 to 70 billion parameters gets of an H100, 0.36 to 0.46 at 2,048 tokens (mosaicml/llm-foundry, scripts/train/benchmarking/README.md at 061f2c7c; of
    /// an A100 it gets more). Formats of 8 bits and less count as 16 bits: there the same training got a third more, not twice as much.
    /// </summary>
    public const double ArithmeticShare = 0.4;

    private static readonly ImmutableSortedDictionary<string, AcceleratorSpeed> _known = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("v100-16gb", new AcceleratorSpeed(900, 125)),
        KeyValuePair.Create("v100-32gb", new AcceleratorSpeed(900, 125)),
        KeyValuePair.Create("t4", new AcceleratorSpeed(320, 65)),
        KeyValuePair.Create("a100-40gb", new AcceleratorSpeed(1555, 312)),
        KeyValuePair.Create("a100-80gb", new AcceleratorSpeed(2039, 312)),
        KeyValuePair.Create("a10g", new AcceleratorSpeed(600, 70)),
        KeyValuePair.Create("l4", new AcceleratorSpeed(300, 121)),
        KeyValuePair.Create("l40s", new AcceleratorSpeed(864, 362)),
        KeyValuePair.Create("h100", new AcceleratorSpeed(3350, 989.5)),
        KeyValuePair.Create("h200", new AcceleratorSpeed(4800, 989.5)),
        KeyValuePair.Create("b200", new AcceleratorSpeed(8000, 2250)),
    ]);

    /// <summary>That of an accelerator of the catalogue; null where no source was found.</summary>
    /// <param name="accelerator">Its name in the catalogue, such as <c>a100-40gb</c>.</param>
    public static AcceleratorSpeed? Of(string accelerator) => _known.GetValueOrDefault(accelerator);

    /// <summary>Microseconds in which so many bytes are read.</summary>
    public double MicrosOfBytes(double bytes) => bytes / (GigabytesPerSecond * BandwidthShare * 1000);

    /// <summary>Microseconds in which so many operations are done.</summary>
    public double MicrosOfOperations(double operations) => operations / (Teraflops * ArithmeticShare * 1_000_000);
}
