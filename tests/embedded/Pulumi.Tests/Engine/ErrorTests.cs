using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Every error of the program comes back, with the resource that it belongs to.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task An_input_that_can_not_be_serialized_is_reported_at_its_resource_and_the_others_are_registered()
    {
        var result = await Run.Async(() =>
        {
            _ = new Box("bad", new BoxArgs { Value = 5L }, new CustomResourceOptions { Parent = new Group("g") });
            _ = new Box("good");
        });

        var error = Assert.Single(result.Diagnostics);
        Assert.Equal("error serializing property \"v\": System.Int64 is not a supported argument type.\n\tresource:bad[test:index:Box].v", error.Message);
        Assert.Equal("urn:pulumi:dev::proj::test:index:Group$test:index:Box::bad", error.Urn);
        Assert.Equal(["proj-dev", "g", "good"], result.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task Errors_are_reported_together()
    {
        var result = await Run.Async(() =>
        {
            _ = new Box("x", new BoxArgs { Value = 5L });
            _ = new Box("y", new BoxArgs { Value = 'c' });
            throw new RunException("and the program itself");
        });

        Assert.Equal(
            ["urn:pulumi:dev::proj::test:index:Box::x", "urn:pulumi:dev::proj::test:index:Box::y", null],
            result.Diagnostics.Select(error => error.Urn));
        Assert.Equal("and the program itself", result.Diagnostics[2].Message);
    }

    [Fact]
    public async Task A_resource_that_depends_on_a_failed_one_does_not_repeat_the_error()
    {
        var result = await Run.Async(() =>
        {
            var bad = new Box("bad", new BoxArgs { Value = 5L });
            _ = new Box("after", null, new CustomResourceOptions { DependsOn = { bad } });
        });

        Assert.Equal("urn:pulumi:dev::proj::test:index:Box::bad", Assert.Single(result.Diagnostics).Urn);
        Assert.Equal(["proj-dev"], result.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_failing_resource_exception_is_reported_at_its_resource()
    {
        var error = await Run.FailAsync(() => throw new ResourceException("no", new Box("a")));

        Assert.Equal(("no", "urn:pulumi:dev::proj::test:index:Box::a"), (error.Message, error.Urn));
        Assert.StartsWith("Pulumi.ResourceException: no\n   at ", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_exception_is_told_in_a_line_and_its_trace_kept_apart()
    {
        var error = await Run.FailAsync(() => throw new InvalidOperationException("broken"));

        Assert.Equal(("the program failed: InvalidOperationException: broken", null), (error.Message, error.Urn));
        Assert.StartsWith("System.InvalidOperationException: broken\n   at ", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_failure_has_no_detail()
    {
        var error = await Run.FailAsync(() => throw new RunException("no such pool"));

        Assert.Equal(new EngineDiagnostic(EngineSeverity.Error, "no such pool", Urn: null), error);
    }

    [Fact]
    public async Task A_logged_exception_is_told_in_a_line_too()
    {
        var error = await Run.FailAsync(() => Log.Exception(new InvalidOperationException("broken"), new Box("a")));

        Assert.Equal(
            new EngineDiagnostic(EngineSeverity.Error, "InvalidOperationException: broken", "urn:pulumi:dev::proj::test:index:Box::a", "System.InvalidOperationException: broken"),
            error);
    }

    [Fact]
    public async Task A_throwing_apply_fails_the_run()
    {
        var error = await Run.FailAsync(() => Output.Create(1).Apply(i => i > 0 ? throw new RunException("in apply") : i));

        Assert.Equal("in apply", error.Message);
    }

    [Fact]
    public async Task Log_messages_are_diagnostics_and_only_errors_fail()
    {
        var result = await Run.Async(() =>
        {
            Log.Warn("careful", new Box("a"));
            Log.Info("by the way");
        });

        Assert.True(result.Succeeded);
        Assert.Equal(
            [
                new EngineDiagnostic(EngineSeverity.Warning, "careful", "urn:pulumi:dev::proj::test:index:Box::a"),
                new EngineDiagnostic(EngineSeverity.Info, "by the way", null),
            ],
            result.Diagnostics.AsEnumerable());
        Assert.Equal("bad", (await Run.FailAsync(() => Log.Error("bad"))).Message);
    }

    [Fact]
    public async Task The_exit_codes_are_the_real_runners_and_the_process_keeps_its_own()
    {
        var before = Environment.ExitCode;
        List<int> codes = [];
        foreach (Action program in new Action[] { () => { }, () => Log.Error("x"), () => throw new RunException("x") })
        {
            await EmbeddedEngine.RunAsync(Run.Options, async () =>
            {
                var code = await Deployment.RunAsync(program);
                codes.Add(code);
                return code;
            });
        }

        Assert.Equal([0, 1, 32], codes);
        Assert.Equal(before, Environment.ExitCode);
    }

    [Fact]
    public async Task A_program_without_a_deployment_is_an_error()
    {
        var result = await EmbeddedEngine.RunAsync(Run.Options, () => Task.FromResult(0));

        Assert.Equal("The program has ended without calling Deployment.RunAsync, so it has no resources.", Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task A_program_that_gives_an_exit_code_without_a_reason_is_an_error()
    {
        var silent = await EmbeddedEngine.RunAsync(Run.Options, async () => await Deployment.RunAsync(() => { }) + 3);
        var told = await EmbeddedEngine.RunAsync(Run.Options, () => Deployment.RunAsync(() => Log.Error("the reason")));

        Assert.Equal("The program ended with exit code 3.", Assert.Single(silent.Diagnostics).Message);
        Assert.Equal("the reason", Assert.Single(told.Diagnostics).Message);
    }

    [Fact]
    public async Task Arguments_of_an_invoke_that_can_not_be_serialized_are_told_once()
    {
        var error = await Run.FailAsync(() =>
        {
            var zones = Deployment.Instance.Invoke<string>("aws:index/getZones:getZones", new ZonesArgs { Value = 5L });
            _ = new Box("a", new BoxArgs { Value = zones });
            zones.Apply(text => text + "!");
        });

        Assert.Equal(
            "Error serializing arguments for invoke aws:index/getZones:getZones: error serializing property \"v\": System.Int64 is not a supported argument type.\n"
                + "\tinvoke:aws:index/getZones:getZones.v",
            error.Message);
    }

    [Fact]
    public async Task Of_several_unserializable_entries_the_first_key_is_told()
    {
        var entries = Enumerable.Range(0, 50).ToImmutableDictionary(i => $"k{i:00}", i => (object)(long)i);

        var ofMap = await Run.FailAsync(() => _ = new Box("a", new BoxArgs { Value = entries }));
        var ofOutputs = await Run.FailAsync(() => new Group("g").Finish(entries!));

        Assert.EndsWith("resource:a[test:index:Box].v.k00", ofMap.Message, StringComparison.Ordinal);
        Assert.StartsWith("error serializing property \"k00\":", ofOutputs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_engine_the_program_says_how_it_is_run()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal("There is no Pulumi engine here; './run preview <environment>' runs the program in the embedded one.", exception.Message);
    }

    private sealed class ZonesArgs : InvokeArgs
    {
        [Input("v")]
        public object? Value { get; set; }
    }
}
