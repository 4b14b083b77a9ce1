namespace Infra.Benchmarks.Measuring;

/// <summary>One run of a command.</summary>
/// <param name="Seconds">From the start of the process to its end.</param>
/// <param name="PeakKiB">The largest resident size of the process and of those it started.</param>
internal sealed record Sample(double Seconds, long PeakKiB);
