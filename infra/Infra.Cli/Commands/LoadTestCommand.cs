using System.CommandLine;
using Infra.Capacity.Profiles;
using Infra.Capacity.Statistics;
using Infra.Cli.LoadTests;
using Infra.Cli.Options;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Profiles;
using Infra.LoadTesting.Reports;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;
using Infra.Planning.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>loadtest URL ...</c>: puts endpoints under load, one after the other, and shows what they did beside each other.</summary>
internal sealed class LoadTestCommand : Command
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly LoadShapeOptions _shape = new();
    private readonly RequestOptions _request = new();
    private readonly Argument<string[]> _addresses = new("url")
    {
        Description = "http:// or https:// of an endpoint, or grpc://host:port; several are measured one after the other",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _labels = new("--label") { Description = "What an address is called in tables, in the order of the addresses", HelpName = "text" };
    private readonly Option<string?> _protocol = new("--protocol")
    {
        Description = "http, openai (streams of tokens), kserve (gRPC of Triton and KServe) or tensorflow (gRPC of TensorFlow Serving). Default: openai where the path ends in /completions, or else http",
        HelpName = "protocol",
    };

    private readonly Option<string[]> _objectives = new("--objective") { Description = "A promise to hold the results against, such as p95=1s; exit code 1 if it is missed", HelpName = "promise" };
    private readonly Option<bool> _json = new("--json") { Description = "Write what was measured as JSON, and nothing else, to standard output" };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "Write a page of HTML, too", HelpName = "file" };
    private readonly Option<string?> _profile = new("--profile-out") { Description = "Write what closed loops say of the service as a profile for 'simulate'. One endpoint, and one replica behind it", HelpName = "file" };
    private readonly Option<string?> _kvTokens = new("--kv-tokens") { Description = "Of --profile-out: tokens that the KV cache holds, as the server logs it", HelpName = "number" };

    public LoadTestCommand(Terminal terminal, TimeProvider time)
        : base("loadtest", "Measure endpoints under load: latency from when a request was to be sent, throughput, tokens, failures. The rate is yours: it can bring a service down.")
    {
        (_terminal, _time) = (terminal, time);
        Add(_addresses);
        foreach (var option in (Option[])[.. _shape.All, .. _request.All, _labels, _protocol, _objectives, _json, _out, _profile, _kvTokens])
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        var endpoints = LoadEndpoint.Of(result.GetValue(_addresses)!, result.GetValue(_labels) ?? [], result.GetValue(_protocol));
        var objectives = (result.GetValue(_objectives) ?? []).Select(Objective).ToList();
        var page = result.GetValue(_out) is { } path ? new OutputFile(_out.Name, path) : null;
        var profile = result.GetValue(_profile) is { } file ? new OutputFile(_profile.Name, file) : null;
        var kvTokens = OptionValue.Positive(_kvTokens, result);
        var shapes = _shape.Read(result);
        if (profile is not null && (endpoints.Count > 1 || shapes[0].Users is null))
        {
            throw new UsageException($"{_profile.Name}: a profile is of one endpoint, measured with --concurrency 1,2,4,8: open loops measure waiting, too");
        }
        var headers = _request.Headers(result);
        var expectsJson = _request.ExpectsJson(result);
        var payloads = endpoints.ToDictionary(endpoint => endpoint, endpoint => _request.Payloads(result, endpoint.Protocol));

        var measurements = new List<Measurement>();
        foreach (var (endpoint, shape) in endpoints.SelectMany(endpoint => shapes.Select(shape => (endpoint, shape))).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            using var targets = new LoadTargets(endpoint, headers, expectsJson);
            var label = shapes.Count > 1 ? $"{endpoint.Label} c={shape.Users}" : endpoint.Label;
            measurements.Add(await MeasureAsync(targets.Target, payloads[endpoint], endpoint, label, shape, stop));
        }

        var checks = measurements.SelectMany(run => objectives.Select(objective => ObjectiveCheck.Of(run.Label, objective, run.Result))).ToList();
        var report = new LoadTestReport(_terminal, measurements, checks);
        report.Print(result.GetValue(_json));
        try
        {
            report.Save(page);
        }
        finally
        {
            // A page that can't be written must not take the profile along.
            if (profile is not null && !stop.IsCancellationRequested)
            {
                Save(profile, measurements, kvTokens);
            }
        }
        if (stop.IsCancellationRequested)
        {
            return ExitCodes.Stopped;
        }
        return measurements.All(run => run.Result.Answered == 0) ? ExitCodes.Failure
            : checks.Any(check => !check.IsMet) ? ExitCodes.Findings : ExitCodes.Success;
    }

    private async Task<Measurement> MeasureAsync(ITarget target, IReadOnlyList<Payload> payloads, LoadEndpoint endpoint, string label, LoadShape shape, CancellationToken stop)
    {
        _terminal.Error.Line($"{label}: {endpoint.Address}, {shape.Words}; Ctrl-C ends it", TextRole.Guide);
        var result = await new LoadRun(target, payloads, shape.Plan, _time, new ProgressLine(_terminal.Error, label)).RunAsync(stop);
        _terminal.Error.EndStatus();
        return new Measurement(label, endpoint.Address, shape.Words, shape.Users, result);
    }

    private void Save(OutputFile file, List<Measurement> measurements, int? kvTokens)
    {
        var problems = MeasuredProfile.Problems(measurements, kvTokens).ToList();
        if (problems.Count > 0)
        {
            throw new UsageException("no profile was written", [.. problems]);
        }
        var run = measurements[0];
        var source = $"measured by loadtest at {run.Address} on {_time.GetUtcNow():yyyy-MM-dd}: closed loops of {string.Join(", ", measurements.Select(one => one.Concurrency))} users, "
            + $"{measurements.Sum(one => one.Result.Answered)} answers";
        file.Write(text => ProfileFile.Write(MeasuredProfile.Of(measurements, kvTokens, source), text));
    }

    private LatencyObjective Objective(string text) =>
        LatencyObjective.TryParse(text, out var objective) ? objective : throw new UsageException($"{_objectives.Name} is '{text}'; allowed: {LatencyObjective.AllowedForm}");
}
