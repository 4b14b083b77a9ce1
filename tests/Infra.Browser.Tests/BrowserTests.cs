namespace Infra.Browser.Tests;

/// <summary>What shares the browser.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<ReportPages>;
