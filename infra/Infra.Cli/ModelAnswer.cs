using System.Collections.Immutable;
using Infra.Core.Sizing;

namespace Infra.Cli;

/// <summary>Where one model fits.</summary>
/// <param name="Request">The model and how it shall be served, without a split.</param>
/// <param name="Fits">The instance types, cheapest first.</param>
/// <param name="Considered">How many were looked at.</param>
internal sealed record ModelAnswer(MemoryRequest Request, ImmutableArray<InstanceFit> Fits, int Considered);
