using System;

namespace CloudflareAiGateway.Client.Tests;

internal sealed record SentRequest(string Method, Uri Address, string? Body, string? Authorization, string Headers);
