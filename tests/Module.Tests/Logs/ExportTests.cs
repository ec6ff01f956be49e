using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Logs;

public sealed class ExportTests : ModuleTest
{
    private const int Rows = 330;

    private readonly string _folder = Directory.CreateTempSubdirectory("aigateway-export-").FullName;

    public ExportTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["count"] = Rows, ["seed"] = 3, ["payloads"] = true, ["equal_times"] = 4 });
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Every_row_is_in_the_file_once_and_the_report_says_so()
    {
        PSObject report = Assert.Single(Run("Export-AiGatewayLog prod-api -Path $path", ("path", At("all.ndjson"))).Output);
        Assert.Equal((long)Rows, report.Properties["Rows"].Value);
        Assert.Equal(true, report.Properties["IsComplete"].Value);
        string[] ids = File.ReadLines(At("all.ndjson")).Select(l => (string)JsonNode.Parse(l)!["id"]!).ToArray();
        Assert.Equal(Rows, ids.Distinct().Count());
        Assert.Equal(Rows, ids.Length);
        Assert.Equal(["all.ndjson"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("logs.ndjson")]
    [InlineData("logs.csv")]
    [InlineData("logs.ndjson.gz")]
    public void An_interrupted_export_ends_with_the_same_bytes(string name)
    {
        Run("Export-AiGatewayLog prod-api -Path $path", ("path", At("whole-" + name)));
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "GET", ["path"] = "*/logs", ["times"] = 4, ["delay_ms"] = 0 }, new JsonObject { ["method"] = "GET", ["path"] = "*/logs", ["status"] = 503 });
        Assert.StartsWith("ApiUnavailable", RunToError("Export-AiGatewayLog prod-api -Path $path", ("path", At(name))).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(At(name)));
        Run("Export-AiGatewayLog prod-api -Path $path -Resume", ("path", At(name)));
        Assert.Equal(File.ReadAllBytes(At("whole-" + name)), File.ReadAllBytes(At(name)));
    }

    [Fact]
    public void A_gateway_that_goes_midway_leaves_what_was_written_and_the_report_says_so()
    {
        Emulator.Fault(
            new JsonObject { ["method"] = "GET", ["path"] = "*/logs", ["times"] = 4, ["delay_ms"] = 0 },
            new JsonObject { ["method"] = "GET", ["path"] = "*/logs", ["times"] = -1, ["status"] = 404, ["body"] = """{"success":false,"errors":[{"code":7002,"message":"Not found"}],"result":{}}""" });
        EngineResult result = Session.Run("Export-AiGatewayLog prod-api -Path $path", ("path", At("gone.ndjson")));
        Assert.StartsWith("GatewayNotFound", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        PSObject report = Assert.Single(result.Output);
        Assert.Equal(false, report.Properties["IsComplete"].Value);
        Assert.Null(report.Properties["Gaps"].Value);
        Assert.Equal(File.ReadLines(At("gone.ndjson.partial")).LongCount(), report.Properties["Rows"].Value);
    }

    [Fact]
    public void Conditions_are_as_sharp_as_those_of_Get()
    {
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["count"] = 200, ["seed"] = 9, ["metadata"] = new JsonObject { ["team"] = new JsonArray("a", "b"), ["tier"] = new JsonArray("b", "c") }, ["metadata_share"] = 1 });
        Run("Export-AiGatewayLog prod-api -Path $path -Metadata @{ team = 'b' }", ("path", At("b.ndjson")));
        string[] got = Values("Get-AiGatewayLog prod-api -Metadata @{ team = 'b' }", "Id").Cast<string>().Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(got);
        Assert.Equal(got, File.ReadLines(At("b.ndjson")).Select(l => (string)JsonNode.Parse(l)!["id"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_gz_file_is_gzip()
    {
        Run("Export-AiGatewayLog prod-api -Path $path", ("path", At("x.ndjson.gz")));
        using var reader = new StreamReader(new GZipStream(File.OpenRead(At("x.ndjson.gz")), CompressionMode.Decompress));
        Assert.Equal(Rows, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_file_that_is_there_is_not_replaced_without_Force()
    {
        File.WriteAllText(At("there.ndjson"), "mine");
        RunToError("Export-AiGatewayLog prod-api -Path $path", ("path", At("there.ndjson")));
        Assert.Equal("mine", File.ReadAllText(At("there.ndjson")));
        Run("Export-AiGatewayLog prod-api -Path $path -Force", ("path", At("there.ndjson")));
        Assert.Equal(Rows, File.ReadLines(At("there.ndjson")).Count());
    }

    [Theory]
    [InlineData("Export-AiGatewayLog prod-api -Path $path -Resume", "nothing.ndjson")]
    [InlineData("Export-AiGatewayLog prod-api -Path $path", "")]
    [InlineData("Export-AiGatewayLog prod-api -Path $path", "no-folder/x.ndjson")]
    public void A_path_that_cannot_be_used_is_a_clear_error(string script, string name)
    {
        ErrorRecord error = RunToError(script, ("path", At(name)));
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), error.ToString());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(_folder, recursive: true);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
