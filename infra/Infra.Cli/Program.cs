using Infra.Cli;

var commandLine = new CommandLine(
    Terminal.OfProcess(),
    () => ProjectFolder.Above(AppContext.BaseDirectory),
    project => new PlanSource(project));
return await commandLine.RunAsync(args);
