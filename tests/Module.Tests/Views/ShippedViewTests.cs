using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Views;

/// <summary>The areas' views and types ship joined, each as it stands beside its cmdlets.</summary>
public sealed class ShippedViewTests
{
    [Theory]
    [InlineData("Format", "View")]
    [InlineData("Types", "Type")]
    public void Every_one_of_the_areas_is_there(string kind, string element)
    {
        string commands = Path.Combine(BuiltModule.RepositoryRoot, "src", "CloudflareAiGateway", "Commands");
        string[] sources = [.. Directory.GetFiles(commands, $"*.{kind}.ps1xml", SearchOption.AllDirectories).SelectMany(file => Read(file, element)).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(sources);
        Assert.Equal(sources, Read(Path.Combine(BuiltModule.Folder, $"CloudflareAiGateway.{kind}.ps1xml"), element).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Read(string file, string element) =>
        XDocument.Load(file).Descendants(element).Select(e => e.ToString(SaveOptions.DisableFormatting));
}
