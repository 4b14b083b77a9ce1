namespace Pulumi.Tests.Resources;

/// <summary>"What MockResourceArgs shows": nothing else — options that only an engine uses change nothing under mocks.</summary>
public sealed class HiddenOptionsTests
{
    [Fact]
    public async Task Engine_options_change_nothing_that_a_mock_is_shown()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var other = new Box("other");
            _ = new Box("box", new BoxArgs { Value = 1 }, new CustomResourceOptions
            {
                Protect = true,
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                DeletedWith = other,
                DependsOn = { other },
                IgnoreChanges = { "v" },
                ReplaceOnChanges = { "v" },
                HideDiffs = { "v" },
                AdditionalSecretOutputs = { "v" },
                Aliases = { new Alias { Name = "old" }, new Alias { NoParent = true }, new Alias { Urn = Mocked.Urn(Box.Type, "older") } },
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(3) },
                Version = "1.2.3",
                PluginDownloadURL = "https://example.com",
            });
        });

        var args = mocks["box"];
        Assert.Equal((Box.Type, "box", "", ""), (args.Type, args.Name, args.Id, args.Provider));
        Assert.Equal("{v: 1}", Shape.Of(args.Inputs));
    }

    [Fact]
    public async Task Resource_hooks_are_never_called_under_mocks()
    {
        var calls = 0;
        var mocks = await Mocked.RunAsync(() =>
        {
            var hook = new ResourceHook("hook", (_, _) =>
            {
                Interlocked.Increment(ref calls);
                return Task.CompletedTask;
            });
            _ = new Box("box", null, new CustomResourceOptions { Hooks = new ResourceHookBinding { BeforeCreate = { hook }, AfterCreate = { hook } } });
        });

        Assert.Equal(["box"], mocks.Names);
        Assert.Equal(0, calls);
    }
}
