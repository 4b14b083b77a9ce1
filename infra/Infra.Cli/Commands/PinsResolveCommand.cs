using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Registries;
using Infra.Core;
using Infra.Core.Registries;
using Infra.Core.Versions;
using Infra.Planning.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>pins resolve</c>: asks registries for the digests of pinned images and records them; the one command that needs a network.</summary>
internal sealed class PinsResolveCommand : Command
{
    private readonly Terminal _terminal;
    private readonly RegistryAccess _registries;
    private readonly Option<bool> _acceptMoved = new("--accept-moved")
    {
        Description = "Record the new digest of a tag that stands for another image than before",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the digests as JSON, and nothing else, to standard output" };

    public PinsResolveCommand(Terminal terminal, Func<ProjectFolder> project, RegistryAccess registries)
        : base("resolve", $"Ask registries for the digests of pinned images and record them in {ImageDigests.File}. Needs a network.")
    {
        (_terminal, _registries) = (terminal, registries);
        Add(_acceptMoved);
        Add(_json);
        SetAction(result => RunAsync(new DigestFile(project()), result.GetValue(_acceptMoved), result.GetValue(_json)));
    }

    private async Task<int> RunAsync(DigestFile file, bool acceptMoved, bool json)
    {
        var known = file.Read();
        var resolutions = await ResolveAsync(known);
        var recorded = resolutions
            .Select(image => KeyValuePair.Create(image.Image, image.ToRecord(acceptMoved)))
            .Where(image => image.Value is not null)
            .ToImmutableSortedDictionary(image => image.Key, image => image.Value!, StringComparer.Ordinal);
        if (!recorded.SequenceEqual(known))
        {
            file.Write(recorded);
        }
        if (json)
        {
            PinResolutionJson.Write(resolutions, _terminal.Out.Writer);
        }
        else
        {
            Report(resolutions, acceptMoved);
        }
        return resolutions.Any(image => image.Digest is null) ? ExitCodes.Failure
            : resolutions.Any(image => image.IsMoved) && !acceptMoved ? ExitCodes.Findings : ExitCodes.Success;
    }

    // One after the other: registries limit who asks too much at once.
    private async Task<List<PinResolution>> ResolveAsync(ImmutableSortedDictionary<string, string> known)
    {
        using var http = _registries.Client();
        var client = new RegistryClient(http, _registries.Wait);
        var resolutions = new List<PinResolution>();
        foreach (var pin in PinnedImages.All)
        {
            _terminal.Error.Line($"asking for {pin.Tagged} ...", TextRole.Guide);
            resolutions.Add(await ResolveAsync(client, pin, known.GetValueOrDefault(pin.Tagged)));
        }
        return resolutions;
    }

    private static async Task<PinResolution> ResolveAsync(RegistryClient client, ImagePin pin, string? known)
    {
        try
        {
            return new PinResolution(pin.Tagged, known, await client.DigestAsync(RegistryImage.Of(pin.Repository, pin.Tag)), null);
        }
        catch (RegistryException e)
        {
            return new PinResolution(pin.Tagged, known, null, e.Message);
        }
    }

    private void Report(List<PinResolution> resolutions, bool acceptMoved)
    {
        foreach (var image in resolutions.Where(image => image.State is "new" or "same"))
        {
            _terminal.Out.Line($"{image.Image}@{image.Digest}{(image.State == "new" ? " (new)" : "")}");
        }
        foreach (var image in resolutions.Where(image => image.IsMoved))
        {
            _terminal.Out.Line($"{image.Image}: the tag has moved from {image.Known} to {image.Digest}", TextRole.Warning);
        }
        if (resolutions.Any(image => image.IsMoved) && !acceptMoved)
        {
            _terminal.Out.Line("  The old digest is kept. Find out why it moved; --accept-moved records the new one.");
        }
        if (resolutions.Where(image => image.Digest is null).ToList() is { Count: > 0 } failed)
        {
            _terminal.Failure(
                $"{Counted.Of(failed.Count, "image")} without an answer; what is on record of them is kept",
                failed.Select(image => $"{image.Image}: {image.Problem}"));
        }
    }
}
