using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using CloudflareAiGateway.EmulatorServer;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The server as a program.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task It_says_where_it_listens_and_nothing_else()
    {
        var stop = new TaskCompletionSource();
        var output = new LineWriter();
        string account = new('c', 32);
        Task<int> run = Program.RunAsync(
            ["--urls", "http://127.0.0.1:0", "--account", account + "=Third", "--token", "t=AI Gateway Read,Account Settings Read", "--token", "u"], output, _error, stop.Task);
        string line = await output.FirstLine;
        Assert.Matches("^Listening on http://127\\.0\\.0\\.1:[1-9][0-9]*$", line);

        using var http = new HttpClient { BaseAddress = new Uri(line["Listening on ".Length..]) };
        var client = new OpenApiCheckedClient(http);
        Answer accounts = await client.GetAsync("/accounts", "t");
        Assert.Equal([EmulatorOptions.DefaultAccountId, account], accounts.Ids);
        Assert.Equal("Third", (string?)accounts.Result[1]!["name"]);
        Assert.Equal(403, (await client.PostAsync($"/accounts/{account}/ai-gateway/gateways", Twin.Body("g"), "t")).Status);
        Assert.Equal(200, (await client.PostAsync($"/accounts/{account}/ai-gateway/gateways", Twin.Body("g"), "u")).Status);
        Assert.Equal(200, (await client.GetAsync("/accounts")).Status);
        Assert.Equal(401, (await client.GetAsync("/accounts", "nobody")).Status);

        stop.SetResult();
        Assert.Equal(0, await run);
        Assert.Equal(line + Environment.NewLine, output.ToString());
        Assert.Equal(string.Empty, _error.ToString());
    }

    [Fact]
    public async Task A_default_token_that_is_named_has_the_permissions_given()
    {
        var stop = new TaskCompletionSource();
        var output = new LineWriter();
        Task<int> run = Program.RunAsync(["--urls", "http://127.0.0.1:0", "--token", EmulatorOptions.DefaultToken + "=AI Gateway Read"], output, _error, stop.Task);
        string line = await output.FirstLine;
        using var http = new HttpClient { BaseAddress = new Uri(line["Listening on ".Length..]) };
        var client = new OpenApiCheckedClient(http);
        Assert.Equal(200, (await client.GetAsync(Twin.Gateways)).Status);
        Assert.Equal(403, (await client.PostAsync(Twin.Gateways, Twin.Body("g"))).Status);
        stop.SetResult();
        Assert.Equal(0, await run);
    }

    [Theory]
    [InlineData("Unknown option '--prot'.", "--prot", "1")]
    [InlineData("Unknown option 'extra'.", "extra")]
    [InlineData("'--state' needs a value.", "--state")]
    [InlineData("'https://127.0.0.1:1' is not an http address", "--urls", "https://127.0.0.1:1")]
    public async Task Wrong_arguments_are_explained_and_end_with_2(string message, params string[] arguments)
    {
        Assert.Equal(2, await Program.RunAsync(arguments, _output, _error, Task.CompletedTask));
        Assert.StartsWith(message, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(string.Empty, _output.ToString());
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        Assert.Equal(0, await Program.RunAsync(["--help"], _output, _error, Task.CompletedTask));
        foreach (string option in new[] { "--urls", "--account", "--token", "--state", "--help" })
        {
            Assert.Contains(option, _output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_state_file_ends_with_1()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Equal(1, await Program.RunAsync(["--urls", "http://127.0.0.1:0", "--state", path], _output, _error, Task.CompletedTask));
            Assert.Contains(path, _error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A writer that tells when its first line is there.</summary>
    private sealed class LineWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> FirstLine => _firstLine.Task;

        public override Task FlushAsync()
        {
            _firstLine.TrySetResult(ToString().Split(Environment.NewLine)[0]);
            return Task.CompletedTask;
        }
    }
}
