using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Answers from a script, one step per request; the last step repeats.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _steps = new();
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _last;

    public List<SentRequest> Sent { get; } = [];

    public ScriptedHandler Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    public ScriptedHandler Then(Func<HttpResponseMessage> step) => Then((_, _) => Task.FromResult(step()));

    public ScriptedHandler ThenThrow(Func<Exception> exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception()));

    public ScriptedHandler ThenHang() => Then(async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        throw new InvalidOperationException("An endless wait ended.");
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Sent)
        {
            Sent.Add(new SentRequest(request.Method.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString(), request.Headers.ToString()));
        }

        if (_steps.TryDequeue(out Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? step))
        {
            _last = step;
        }

        return await (_last ?? throw new InvalidOperationException("The script is empty."))(request, cancellationToken);
    }
}
