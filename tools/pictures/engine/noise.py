"""Tileable noise textures, made once from a fixed seed, and smooth random curves. Everything drawn is a function of a
seed.
"""

from __future__ import annotations

import functools
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Any: widths of floats come and go in the arithmetic, and nothing depends on them.
Array: TypeAlias = NDArray[Any]


SIDE = 1024


@functools.cache
def _texture(wavelength: int, stretch: int, seed: int) -> Array:
    """Band-limited noise, zero mean and unit deviation; `stretch` draws it out along x."""
    rng = np.random.default_rng(seed * 7919 + wavelength * 31 + stretch)
    spectrum = np.fft.rfft2(rng.standard_normal((SIDE, SIDE)))
    fy = np.fft.fftfreq(SIDE)[:, None]
    fx = np.fft.rfftfreq(SIDE)[None, :] * stretch
    distance = np.hypot(fy, fx) * wavelength
    field = np.fft.irfft2(spectrum * np.exp(-((distance - 0.7) ** 2) * 2.2) * (distance > 0), s=(SIDE, SIDE))
    return (field / field.std()).astype(np.float32)


def noise(
    rows: int, columns: int, wavelength: float, rng: np.random.Generator, stretch: int = 1, seed: int = 0
) -> Array:
    """A crop of noise with about `wavelength` pixels between bumps, at a place the generator picks."""
    texture = _texture(max(2, round(wavelength)), stretch, seed)
    y = (np.arange(rows) + int(rng.integers(SIDE))) % SIDE
    x = (np.arange(columns) + int(rng.integers(SIDE))) % SIDE
    return texture[np.ix_(y, x)]


def cloud(rows: int, columns: int, wavelength: float, rng: np.random.Generator, octaves: int = 4) -> Array:
    """Several sizes of noise on top of each other: stains, glaze, marbling."""
    total = np.zeros((rows, columns), np.float32)
    weight = 1.0
    for _ in range(octaves):
        total += weight * noise(rows, columns, min(wavelength, 700), rng)
        weight *= 0.55
        wavelength = max(2.0, wavelength / 2.1)
    return total / np.float32(1.75)


def wobble(count: int, amount: float, rng: np.random.Generator, waves: int = 4) -> Array:
    """A smooth random line of `count` values."""
    t = np.linspace(0, 1, count)
    line = np.zeros(count)
    for wave in range(1, waves + 1):
        line += rng.normal() / wave * np.sin(2 * np.pi * (wave * t * 0.8 + rng.random()))
    return (line * amount).astype(np.float32)


def outline(angle: Array, roughness: float, rng: np.random.Generator, lobes: int = 6) -> Array:
    """A closed random outline: the radius, about 1, at each angle."""
    radius = np.ones_like(angle)
    for lobe in range(2, lobes + 2):
        radius += roughness * rng.normal() / lobe * np.cos(lobe * angle + rng.random() * 6.283)
    return radius


def blur(image: Array, sigma: float) -> Array:
    """Gaussian blur through the Fourier transform, edges reflected."""
    pad = int(sigma * 3) + 1
    wide = np.pad(image, [(pad, pad), (pad, pad)] + [(0, 0)] * (image.ndim - 2), mode="reflect")
    fy = np.fft.fftfreq(wide.shape[0])[:, None]
    fx = np.fft.rfftfreq(wide.shape[1])[None, :]
    kernel = np.exp(-2 * (np.pi * sigma) ** 2 * (fy**2 + fx**2))
    if wide.ndim == 3:
        kernel = kernel[:, :, None]
    soft = np.fft.irfft2(np.fft.rfft2(wide, axes=(0, 1)) * kernel, s=wide.shape[:2], axes=(0, 1))
    return soft[pad:-pad, pad:-pad].astype(np.float32)
